'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { Time } from '@/components/marks/time';
import { cn } from '@/components/ui/class-names';
import { toast } from '@/components/ui/toast-store';
import { explain } from '@/lib/client/query-client';
import { quietMutation } from '@/lib/client/retention';

const HOUR = 60;

/** No offers on this person's screen for an hour; pressed again, they come back. */
export const QuietSwitch = ({ until }: { until: string | null }) => {
  const quiet = useMutation({
    ...quietMutation(useQueryClient()),
    onError: (thrown) => toast(explain(thrown), 'danger'),
  });
  const on = until !== null;
  return (
    <button
      type="button"
      aria-pressed={on}
      disabled={quiet.isPending}
      onClick={() => quiet.mutate(on ? 0 : HOUR)}
      className={cn(
        'flex items-center gap-1 rounded px-1.5 py-0.5 text-muted text-xs hover:bg-hover hover:text-text',
        on && 'bg-sunken font-medium text-text',
      )}
    >
      <BellOff aria-hidden="true" className="size-3.5" />
      {until === null ? (
        'No offers for an hour'
      ) : (
        <>
          Quiet until <Time at={until} className="tabular-nums" />
        </>
      )}
    </button>
  );
};
