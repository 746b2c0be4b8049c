import { ChevronRight } from 'lucide-react';
import type { ReactNode, ToggleEvent } from 'react';

interface FoldProps {
  summary: ReactNode;
  className?: string;
  children: ReactNode;
  onToggle?: (open: boolean) => void;
}

/** Something folded away under a line of text. */
export const Fold = ({ summary, className, children, onToggle }: FoldProps) => (
  // A page that is drawn on the server alone can hand nobody a function.
  <details
    className={className}
    {...(onToggle
      ? { onToggle: (event: ToggleEvent<HTMLDetailsElement>) => onToggle(event.currentTarget.open) }
      : {})}
  >
    <summary className="flex list-none items-center [[open]>&>svg:first-child]:rotate-90 gap-1 rounded text-muted text-sm hover:text-text">
      <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 transition-transform" />
      {summary}
    </summary>
    {children}
  </details>
);
