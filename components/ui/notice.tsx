import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  /** What to do next. */
  children: ReactNode;
}

export const Empty = ({ icon: Icon, title, children }: EmptyProps) => (
  <div className="flex h-full flex-col items-center justify-center gap-1 p-6 text-center">
    <Icon aria-hidden="true" className="mb-2 size-6 text-faint" />
    <p className="font-medium">{title}</p>
    <p className="max-w-64 text-muted text-sm">{children}</p>
  </div>
);

interface FaultProps {
  /** What failed. */
  title: string;
  detail: string;
  retry: () => void;
}

export const Fault = ({ title, detail, retry }: FaultProps) => (
  <div role="alert" className="flex flex-col items-start gap-2 p-4">
    <p className="flex items-center gap-2 font-medium text-danger">
      <CircleAlert aria-hidden="true" className="size-4" />
      {title}
    </p>
    <p className="text-muted text-sm">{detail}</p>
    <Button size="sm" onClick={retry}>
      Try again
    </Button>
  </div>
);
