'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { sayDay } from '@/components/marks/time';
import { Button, IconButton } from '@/components/ui/button';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast-store';
import { forgetMutation, memoryQuery } from '@/lib/client/memory';
import { explain } from '@/lib/client/query-client';
import { type MemoryFact, memoryLabel } from '@/lib/domain/memory';
import { FactLine, FactList } from './account-facts';
import { MemoryForm } from './memory-form';

const about = ({ source, authorName, at, expiresAt }: MemoryFact): string =>
  `${source} · ${authorName}, ${sayDay(at.slice(0, 10))}${expiresAt === null ? '' : ` · until ${sayDay(expiresAt.slice(0, 10))}`}`;

interface FactProps {
  fact: MemoryFact;
  /** Absent where this actor may not change it. */
  change?: { edit: () => void; remove: () => void };
}

const Fact = ({ fact, change }: FactProps) => (
  <FactLine
    what={
      <>
        <span className="text-muted">{memoryLabel(fact.key)}</span> {fact.value}
        <br />
      </>
    }
    about={about(fact)}
    right={
      change === undefined ? null : (
        <>
          <IconButton size="icon-sm" label={`Correct ${memoryLabel(fact.key)}`} onClick={change.edit}>
            <Pencil />
          </IconButton>
          <IconButton size="icon-sm" label={`Remove ${memoryLabel(fact.key)}`} onClick={change.remove}>
            <Trash2 />
          </IconButton>
        </>
      )
    }
  />
);

/** What is remembered of a customer: seen by all, corrected and removed by whoever may. */
export const MemorySection = ({ conversationId }: { conversationId: string }) => {
  const client = useQueryClient();
  const { data, isPending, error, refetch } = useQuery(memoryQuery(conversationId));
  const [open, setOpen] = useState<MemoryFact | 'new' | null>(null);
  const forget = useMutation({
    ...forgetMutation(client, conversationId),
    onError: (thrown) => toast(`It was not removed. ${explain(thrown)}`, 'danger'),
  });
  if (isPending)
    return (
      <Loading what="what is remembered" className="border-b p-4">
        <Skeleton className="h-12" />
      </Loading>
    );
  if (data === undefined)
    return (
      <Fault title="What is remembered did not load" detail={explain(error)} retry={() => void refetch()} />
    );
  return (
    <>
      <FactList title="Memory" items={data.facts} none="Nothing is remembered yet." keyOf={({ id }) => id}>
        {(fact) => (
          <Fact
            fact={fact}
            {...(data.mayWrite
              ? { change: { edit: () => setOpen(fact), remove: () => forget.mutate(fact.key) } }
              : {})}
          />
        )}
      </FactList>
      {!data.mayWrite ? null : open === null ? (
        <div className="border-b px-4 py-2">
          <Button size="sm" onClick={() => setOpen('new')}>
            <Plus aria-hidden="true" /> Remember something
          </Button>
        </div>
      ) : (
        <MemoryForm
          key={open === 'new' ? 'new' : open.id}
          conversationId={conversationId}
          fact={open === 'new' ? null : open}
          onDone={() => setOpen(null)}
        />
      )}
    </>
  );
};
