import { cn } from './class-names';

/** A place held for something that loads; give it that thing's size. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden="true" className={cn('think rounded-md bg-sunken', className)} />
);

/** Says that something loads, for those who don't see the skeletons. */
export const Loading = ({
  what,
  className,
  children,
}: {
  what: string;
  className?: string;
  children: React.ReactNode;
}) => (
  <div role="status" className={className}>
    <span className="sr-only">Loading {what}</span>
    {children}
  </div>
);
