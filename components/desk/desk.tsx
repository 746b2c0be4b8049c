'use client';
import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { CuesColumn } from '@/components/assist/cues-column';
import { Conversation } from '@/components/conversation/conversation';
import { ConversationSkeleton } from '@/components/conversation/conversation-skeleton';
import {
  type ComposerHandle,
  ConversationPortsProvider,
  type TimelineHandle,
} from '@/components/conversation/ports';
import { Queue } from '@/components/queue/queue';
import { useMedia } from '@/components/shell/use-media';
import { Empty, Fault } from '@/components/ui/notice';
import { conversationQuery } from '@/lib/client/conversations';
import { explain } from '@/lib/client/query-client';
import type { QueueView } from '@/lib/contracts/conversations';
import { NarrowDesk } from './narrow-desk';
import { WideDesk } from './wide-desk';

interface DeskProps {
  title: string;
  views: readonly QueueView[];
  /** Conversations are read, not worked on. */
  readOnly?: boolean;
}

/** Below this the columns don't fit beside each other; also where 200 % zoom lands on a 1280 screen. */
const WIDE = '(min-width: 1100px)';

const useOpened = (openId: string | null, readOnly: boolean): { middle: ReactNode; side: ReactNode } => {
  const {
    data: view,
    error,
    refetch,
  } = useQuery({ ...conversationQuery(openId ?? ''), enabled: openId !== null });
  if (openId === null)
    return {
      middle: (
        <Empty icon={MessagesSquare} title="No conversation open">
          Choose one in the queue: j and k move, Enter opens.
        </Empty>
      ),
      side: <div className="h-full bg-surface" />,
    };
  if (view !== undefined)
    return {
      middle: <Conversation key={openId} view={view} readOnly={readOnly} />,
      side: <CuesColumn view={view} readOnly={readOnly} />,
    };
  if (error !== null)
    return {
      middle: (
        <Fault title="The conversation did not load" detail={explain(error)} retry={() => void refetch()} />
      ),
      side: <div className="h-full bg-surface" />,
    };
  return { middle: <ConversationSkeleton />, side: <div className="h-full bg-surface" /> };
};

/** Queue, conversation and cues. */
export const Desk = ({ title, views, readOnly = false }: DeskProps) => {
  const [openId, setOpenId] = useQueryState('c', parseAsString.withOptions({ history: 'push' }));
  const wide = useMedia(WIDE);
  const composer = useRef<ComposerHandle>(null);
  const timeline = useRef<TimelineHandle>(null);
  const ports = useMemo(() => ({ composer, timeline }), []);
  const open = useCallback((id: string) => void setOpenId(id), [setOpenId]);
  const { middle, side } = useOpened(openId, readOnly);
  const queue = <Queue views={views} openId={openId} onOpen={open} />;
  return (
    <ConversationPortsProvider value={ports}>
      <h1 className="sr-only">{title}</h1>
      {wide ? (
        <WideDesk queue={queue} middle={middle} side={side} />
      ) : (
        <NarrowDesk key={openId} queue={queue} middle={middle} side={side} isOpen={openId !== null} />
      )}
    </ConversationPortsProvider>
  );
};
