import type { ReactNode } from 'react';
import { cn } from '@/components/ui/class-names';

interface CueSectionProps {
  title: string;
  /** Beside the title: a figure, a state. */
  aside?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** One cue in the column. */
export const CueSection = ({ title, aside, id, className, children }: CueSectionProps) => (
  <section
    id={id}
    tabIndex={id === undefined ? undefined : -1}
    aria-label={title}
    className={cn('border-b px-4 py-3 outline-offset-[-2px]', className)}
  >
    <div className="mb-1.5 flex min-h-5 items-center gap-2">
      <h3 className="font-medium text-faint text-xs">{title}</h3>
      <div className="ml-auto flex items-center gap-2 text-muted text-xs">{aside}</div>
    </div>
    {children}
  </section>
);
