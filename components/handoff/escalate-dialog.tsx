'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, Select, Textarea } from '@/components/ui/field';
import { toast } from '@/components/ui/toast-store';
import { escalateMutation } from '@/lib/client/conversation-actions';
import { vocabularyQuery } from '@/lib/client/people';
import { explain } from '@/lib/client/query-client';
import type { EscalationDecision, EscalationKind } from '@/lib/domain/escalation';
import type { HandoffPacket } from '@/lib/domain/handoff';
import { Completeness, PacketLines } from './packet-lines';

const KINDS: readonly { value: EscalationKind; label: string }[] = [
  { value: 'immediate', label: 'Immediate: someone takes over now' },
  { value: 'specialist', label: 'Specialist: someone who knows this' },
  { value: 'scheduled', label: 'Scheduled: call back at a set time' },
];

/** Where a rep's own escalation goes when no policy names a better queue. */
const LEADS = 'escalation-leads';

interface EscalateDialogProps {
  conversationId: string;
  decision: EscalationDecision['decision'] | null;
  packet: HandoffPacket | null;
  onClose: () => void;
}

/** Hands the conversation over: where to and how urgently as the policy decided, both open to change, with the packet as it will be read. */
const EscalateDialog = ({ conversationId, decision, packet, onClose }: EscalateDialogProps) => {
  const client = useQueryClient();
  const { data: vocabulary } = useQuery(vocabularyQuery());
  const decided = decision?.escalate === true ? decision : null;
  const [queue, setQueue] = useState(decided?.queue ?? LEADS);
  const [kind, setKind] = useState<EscalationKind>(decided?.kind ?? 'specialist');
  const [note, setNote] = useState('');
  const escalate = useMutation(escalateMutation(client, conversationId));
  const titles = new Map(vocabulary?.queues.map(({ id, title }) => [id, title]));
  const queues = [...new Set([queue, ...titles.keys()])].map((value) => ({
    value,
    label: titles.get(value) ?? value,
  }));
  const submit = (): void =>
    escalate.mutate(
      { queue, kind, note },
      {
        onSuccess: () => {
          toast(`Handed over to ${titles.get(queue) ?? queue}.`);
          onClose();
        },
      },
    );

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Escalate"
      description="The packet goes along, so that the customer repeats nothing."
    >
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
        }}
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="To">
            {(ids) => <Select {...ids} value={queue} options={queues} onChange={setQueue} />}
          </Field>
          <Field label="How">
            {(ids) => <Select {...ids} value={kind} options={KINDS} onChange={setKind} />}
          </Field>
        </div>
        <Field label="A word for the next person (optional)">
          {(ids) => (
            <Textarea
              {...ids}
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {packet === null ? (
          <p className="text-muted text-sm">
            The packet is not ready yet. The conversation goes along as it is.
          </p>
        ) : (
          <section aria-label="Packet" className="rounded-lg border p-3">
            <Completeness completeness={packet.completeness} />
            <PacketLines packet={packet} />
          </section>
        )}
        {escalate.isError ? (
          <p role="alert" className="text-danger text-sm">
            {explain(escalate.error)}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={escalate.isPending}>
            <Siren aria-hidden="true" /> Hand over
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

export default EscalateDialog;
