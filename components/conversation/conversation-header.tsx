'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CheckCheck, CircleUserRound, Hand } from 'lucide-react';
import { ChannelMark } from '@/components/marks/channel-mark';
import { TierMark } from '@/components/marks/tier-mark';
import { WaitClock } from '@/components/marks/wait-clock';
import { useDesk } from '@/components/shell/desk-context';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Badge } from '@/components/ui/badge';
import { Button, IconButton } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { endMutation, takeMutation } from '@/lib/client/conversation-actions';
import { explain } from '@/lib/client/query-client';
import type { ConversationView } from '@/lib/contracts/conversations';

interface ConversationHeaderProps {
  view: ConversationView;
  readOnly: boolean;
  onAccount: () => void;
}

const fail = (thrown: unknown): void => toast(explain(thrown), 'danger');

export const ConversationHeader = ({ view, readOnly, onAccount }: ConversationHeaderProps) => {
  const { conversation, row, may, assigneeName, presence, wrapUp } = view;
  const client = useQueryClient();
  const { me } = useDesk();
  const take = useMutation({ ...takeMutation(client, conversation.id), onError: fail });
  const end = useMutation({ ...endMutation(client, conversation.id), onError: fail });
  const canTake = !readOnly && may.take && conversation.assigneeId !== me.id;
  const canEnd = !readOnly && may.wrapUp && wrapUp === null;
  const others = presence.filter((entry) => entry.userId !== me.id).map((entry) => entry.userName);
  useShortcut('account', onAccount);
  useShortcut('take', () => take.mutate(conversation.assigneeId), canTake);
  useShortcut('wrapUp', () => end.mutate(), canEnd);

  return (
    <header className="flex h-12 shrink-0 items-center gap-2 border-b bg-surface px-4">
      <ChannelMark channel={conversation.channel} />
      <div className="min-w-0">
        <div className="flex items-center gap-2">
          <h2 className="truncate font-semibold leading-5">{row.customerName}</h2>
          <TierMark tier={row.tier} />
          {conversation.state === 'closed' ? <Badge>Closed</Badge> : null}
        </div>
        <p className="truncate text-muted text-xs leading-4">
          {conversation.queue} · {assigneeName ?? 'nobody yet'}
          {others.length > 0 ? ` · also here: ${others.join(', ')}` : ''}
        </p>
      </div>
      <span className="ml-auto flex shrink-0 items-center gap-1">
        {row.waitingSince === null ? null : (
          <WaitClock since={row.waitingSince} due={row.dueAt} what="Waiting" />
        )}
        <IconButton label="View the account" keys="v" size="icon-sm" onClick={onAccount}>
          <CircleUserRound />
        </IconButton>
        {canTake ? (
          <Button
            size="sm"
            look="primary"
            disabled={take.isPending}
            onClick={() => take.mutate(conversation.assigneeId)}
          >
            <Hand aria-hidden="true" /> Take over
          </Button>
        ) : null}
        {canEnd ? (
          <Button size="sm" disabled={end.isPending} onClick={() => end.mutate()}>
            <CheckCheck aria-hidden="true" /> End
          </Button>
        ) : null}
      </span>
    </header>
  );
};
