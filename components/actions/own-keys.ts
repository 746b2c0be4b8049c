import type { KeyboardEvent } from 'react';

/** Keeps a key to the panel it was pressed in. React listens where the shortcuts do, at the document, so those must not be asked any more. */
const keep = (event: KeyboardEvent): void => {
  event.preventDefault();
  event.stopPropagation();
  event.nativeEvent.stopImmediatePropagation();
};

interface PanelKeys {
  approve?: () => void;
  close: () => void;
}

/** The keys of a panel, pressed anywhere in it: `mod+Enter` approves and sends no reply, Escape leaves. */
export const panelKeys =
  ({ approve, close }: PanelKeys) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      keep(event);
      if (!event.repeat) approve?.();
    }
    if (event.key === 'Escape') {
      keep(event);
      close();
    }
  };
