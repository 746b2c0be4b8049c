'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowDown } from 'lucide-react';
import { Fragment, type ReactNode, useImperativeHandle, useRef } from 'react';
import { dayOf } from '@/components/marks/time';
import { Button } from '@/components/ui/button';
import { SCROLL_REGION } from '@/components/ui/scroll-region';
import { toast } from '@/components/ui/toast-store';
import { loadEarlier } from '@/lib/client/conversation-actions';
import { explain } from '@/lib/client/query-client';
import type { ConversationView } from '@/lib/contracts/conversations';
import type { Turn } from '@/lib/domain/conversation';
import { useConversationPorts } from './ports';
import { TurnItem } from './turn-item';
import { useStick } from './use-stick';

const MOST_PAGES = 50;
const JOIN_MS = 3 * 60_000;

/** Whether a turn goes on from the one before it: same voice, soon after. */
const goesOn = (turn: Turn, before: Turn | undefined): boolean =>
  before !== undefined &&
  before.kind === turn.kind &&
  before.role === turn.role &&
  before.authorId === turn.authorId &&
  Date.parse(turn.at) - Date.parse(before.at) < JOIN_MS;

const show = (turnId: string): boolean => {
  const element = document.getElementById(`turn-${turnId}`);
  if (element === null) return false;
  element.scrollIntoView({ block: 'center' });
  element.classList.remove('turn-found');
  requestAnimationFrame(() => element.classList.add('turn-found'));
  element.focus({ preventScroll: true });
  return true;
};

interface TimelineProps {
  view: ConversationView;
  /** Replies on their way. */
  children: ReactNode;
  pending: number;
}

export const Timeline = ({ view, children, pending }: TimelineProps) => {
  const { turns, earlier, conversation } = view;
  const client = useQueryClient();
  const { timeline } = useConversationPorts();
  const scroller = useRef<HTMLDivElement>(null);
  const stick = useStick(scroller, turns[0]?.id, `${turns.at(-1)?.id} ${pending}`);
  const load = useMutation({
    mutationFn: () => loadEarlier(client, conversation.id),
    onError: (thrown) => toast(explain(thrown), 'danger'),
  });

  useImperativeHandle(timeline, () => ({
    jump: async (turnId) => {
      for (let page = 0; page < MOST_PAGES; page++) {
        if (show(turnId)) return;
        const more = await load.mutateAsync().catch(() => false);
        await new Promise((resolve) => requestAnimationFrame(resolve));
        if (!more) break;
      }
      if (!show(turnId)) toast('That turn is no longer here.');
    },
  }));

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label="Conversation"
        {...SCROLL_REGION}
        onScroll={() => {
          stick.onScroll();
          if (earlier && !load.isPending && !load.isError && (scroller.current?.scrollTop ?? 99) < 40)
            load.mutate();
        }}
        className="scroll-thin h-full overflow-y-auto px-4 pb-4 outline-offset-[-2px]"
      >
        {earlier ? (
          <div className="flex h-12 items-center justify-center">
            <Button size="sm" look="ghost" disabled={load.isPending} onClick={() => load.mutate()}>
              {load.isPending ? 'Loading earlier messages…' : 'Show earlier messages'}
            </Button>
          </div>
        ) : null}
        <ol className="mx-auto max-w-3xl">
          {turns.map((turn, index) => {
            const before = turns[index - 1];
            const newDay = before === undefined || dayOf(before.at) !== dayOf(turn.at);
            return (
              <Fragment key={turn.id}>
                {newDay ? <li className="pt-4 text-center text-faint text-xs">{dayOf(turn.at)}</li> : null}
                <TurnItem turn={turn} follows={!newDay && goesOn(turn, before)} />
              </Fragment>
            );
          })}
          {children}
        </ol>
      </div>
      {stick.missed ? (
        <div className="absolute inset-x-0 bottom-2 flex justify-center">
          <Button size="sm" look="primary" className="pop-in rounded-full shadow-pop" onClick={stick.toEnd}>
            <ArrowDown aria-hidden="true" /> New below
          </Button>
        </div>
      ) : null}
    </div>
  );
};
