'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileCheck } from 'lucide-react';
import { useState } from 'react';
import { WaitClock } from '@/components/marks/wait-clock';
import { Button } from '@/components/ui/button';
import { Field, Input, Select, Textarea } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast-store';
import { finishMutation } from '@/lib/client/conversation-actions';
import { explain } from '@/lib/client/query-client';
import type { WrapUpView } from '@/lib/contracts/conversations';

const optionsOf = (names: readonly string[], current: string): { value: string; label: string }[] =>
  (names.includes(current) ? names : [current, ...names]).map((value) => ({ value, label: value }));

/** What is left to do when the contact has ended: a drafted disposition and notes, to put right and file. */
export const WrapUpPanel = ({ conversationId, wrapUp }: { conversationId: string; wrapUp: WrapUpView }) => {
  const client = useQueryClient();
  const { draft, dispositions } = wrapUp;
  const [about, setAbout] = useState(draft.disposition[0]);
  const [outcome, setOutcome] = useState(draft.disposition[1]);
  const [notes, setNotes] = useState(draft.notes);
  const [followUp, setFollowUp] = useState(draft.followUp ?? '');
  const file = useMutation(finishMutation(client, conversationId));
  const chooseAbout = (next: string): void => {
    setAbout(next);
    const outcomes = dispositions[next] ?? [];
    if (!outcomes.includes(outcome)) setOutcome(outcomes[0] ?? outcome);
  };
  const submit = (): void => {
    if (file.isPending) return;
    file.mutate(
      { disposition: [about, outcome], notes, followUp: followUp.trim() === '' ? null : followUp },
      { onSuccess: () => toast('Wrap-up filed.') },
    );
  };
  return (
    <form
      aria-label="Wrap-up"
      className="flex flex-col gap-3 border-accent border-b-2 bg-surface px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
        // Not the composer's "send".
        event.stopPropagation();
        event.preventDefault();
        submit();
      }}
    >
      <div className="flex items-center justify-between">
        <h3 className="font-semibold">Wrap-up</h3>
        <WaitClock since={wrapUp.startedAt} due={null} what="Wrapping up for" />
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Field label="About">
          {(ids) => (
            <Select
              {...ids}
              value={about}
              options={optionsOf(Object.keys(dispositions), about)}
              onChange={chooseAbout}
            />
          )}
        </Field>
        <Field label="Outcome">
          {(ids) => (
            <Select
              {...ids}
              value={outcome}
              options={optionsOf(dispositions[about] ?? [], outcome)}
              onChange={setOutcome}
            />
          )}
        </Field>
      </div>
      <Field label="Notes">
        {(ids) => (
          <Textarea
            {...ids}
            rows={5}
            maxLength={4000}
            value={notes}
            onChange={(event) => setNotes(event.target.value)}
          />
        )}
      </Field>
      <Field label="Follow-up (optional)">
        {(ids) => (
          <Input
            {...ids}
            maxLength={500}
            value={followUp}
            onChange={(event) => setFollowUp(event.target.value)}
          />
        )}
      </Field>
      {file.isError ? (
        <p role="alert" className="text-danger text-sm">
          {explain(file.error)}
        </p>
      ) : null}
      <Button type="submit" look="primary" disabled={file.isPending}>
        <FileCheck aria-hidden="true" /> File <Kbd keys="mod+enter" />
      </Button>
    </form>
  );
};
