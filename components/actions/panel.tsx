'use client';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { panelKeys } from './own-keys';

interface PanelProps {
  title: string;
  onClose: () => void;
  onApprove?: () => void;
  children: ReactNode;
}

const CONTROLS = 'input:not([type="checkbox"]),select';

/** Where the hands go: the first control that waits for something, else the panel as a whole. */
const firstStop = (panel: HTMLElement): HTMLElement =>
  [...panel.querySelectorAll<HTMLInputElement | HTMLSelectElement>(CONTROLS)].find(
    (control) => control.required && control.value === '',
  ) ?? panel;

/** Something looked at where it stands, not over the page. The focus goes in, and back to what opened it. */
export const Panel = ({ title, onClose, onApprove, children }: PanelProps) => {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    const panel = element.current;
    if (panel !== null) {
      const stop = firstStop(panel);
      stop.focus({ preventScroll: true });
      panel.scrollIntoView({ block: 'nearest' });
    }
    return () => {
      // Only when the focus went with the panel: what took it meanwhile keeps it.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected)
          opener.focus();
      });
    };
  }, []);
  return (
    <section
      ref={element}
      tabIndex={-1}
      aria-label={title}
      onKeyDown={panelKeys({ close: onClose, ...(onApprove === undefined ? {} : { approve: onApprove }) })}
      className="mt-1 mb-2 flex flex-col gap-3 rounded-lg border border-accent/40 bg-raised p-3 outline-offset-[-2px]"
    >
      <div className="flex min-h-7 items-center gap-2">
        <h4 className="font-semibold">{title}</h4>
        <Button look="ghost" size="icon-sm" aria-label="Close" className="ml-auto" onClick={onClose}>
          <X />
        </Button>
      </div>
      {children}
    </section>
  );
};
