import { cn } from './class-names';

/** A share from 0 to 1 as a bar; the figure stands beside it. Drawn as SVG, so that it needs no inline style. */
export const Meter = ({ value, label, className }: { value: number; label: string; className?: string }) => (
  <svg
    role="img"
    aria-label={`${label}: ${Math.round(value * 100)} percent`}
    viewBox="0 0 100 4"
    preserveAspectRatio="none"
    className={cn('h-1 w-full overflow-hidden rounded-full', className)}
  >
    <rect width="100" height="4" className="fill-sunken" />
    <rect width={Math.max(0, Math.min(1, value)) * 100} height="4" className="fill-accent" />
  </svg>
);
