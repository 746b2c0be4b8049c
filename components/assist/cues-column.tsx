'use client';
import { useQuery } from '@tanstack/react-query';
import { Sparkles } from 'lucide-react';
import { Handoff } from '@/components/handoff/handoff';
import { AccountCues } from '@/components/offers/account-cues';
import { cn } from '@/components/ui/class-names';
import { Empty, Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { WrapUpPanel } from '@/components/wrap-up/wrap-up-panel';
import { cuesQuery, liveReplyQuery } from '@/lib/client/conversations';
import { type Cues, cueOf, isThinking } from '@/lib/client/patch-cues';
import { vocabularyQuery } from '@/lib/client/people';
import { explain } from '@/lib/client/query-client';
import type { ConversationView } from '@/lib/contracts/conversations';
import { EscalationAlert } from './alert';
import { Announcer } from './announcer';
import { Incidents } from './incidents';
import { LiveReply } from './live-reply';
import { Passages } from './passages';
import { Situation } from './situation';
import { Steps } from './steps';
import { Suggestion } from './suggestion';
import { TraceFold } from './trace-fold';

interface CuesColumnProps {
  view: ConversationView;
  readOnly: boolean;
}

const Thinking = ({ run }: { run: Cues['run'] | undefined }) => (
  <span
    role="status"
    className={cn(
      'ml-auto flex items-center gap-1.5 text-xs',
      run?.state === 'failed' ? 'text-danger' : 'text-muted',
    )}
  >
    {run && isThinking(run) ? (
      <>
        <span aria-hidden="true" className="think size-1.5 rounded-full bg-accent" /> thinking
      </>
    ) : run?.state === 'failed' ? (
      'The last run failed; earlier cues stand'
    ) : null}
  </span>
);

const CuesSkeleton = () => (
  <Loading what="the cues" className="flex flex-col gap-4 p-4">
    <Skeleton className="h-24" />
    <Skeleton className="h-32" />
    <Skeleton className="h-40" />
  </Loading>
);

const wantsToLeave = (cues: Cues['cues']): boolean =>
  cueOf(cues, 'triage')?.payload.triage.flags.some(({ flag }) => flag === 'cancel') ?? false;

const CueList = ({ cues, view, readOnly }: CuesColumnProps & { cues: Cues['cues'] }) => {
  const { data: vocabulary } = useQuery(vocabularyQuery());
  const { data: live } = useQuery(liveReplyQuery(view.conversation.id));
  const mayCorrect = !readOnly && view.may.correct;
  const queueTitle = (id: string): string => vocabulary?.queues.find((queue) => queue.id === id)?.title ?? id;
  const triage = cueOf(cues, 'triage');
  const escalation = cueOf(cues, 'escalation');
  const passages = cueOf(cues, 'passages');
  const resolution = cueOf(cues, 'resolution');
  const handoff = cueOf(cues, 'handoff');
  return (
    <>
      {triage === null ? null : <Situation cue={triage} mayCorrect={mayCorrect} />}
      {escalation === null ? null : (
        <EscalationAlert cue={escalation} handedOver={view.escalation} queueTitle={queueTitle} />
      )}
      {passages === null ? null : <Incidents incidents={passages.payload.retrieval.incidents} />}
      {resolution === null ? null : <Steps cue={resolution} mayCorrect={mayCorrect} />}
      {live ? (
        <LiveReply text={live.text} />
      ) : resolution === null ? null : (
        <Suggestion
          key={resolution.id}
          cue={resolution}
          mayReply={!readOnly && view.may.reply && view.conversation.state === 'open'}
          mayCorrect={mayCorrect}
          readOnly={readOnly || view.conversation.state === 'closed'}
        />
      )}
      {passages === null ? null : <Passages cue={passages} />}
      <AccountCues
        key={view.conversation.id}
        view={view}
        readOnly={readOnly}
        wantsToLeave={wantsToLeave(cues)}
      />
      <Handoff
        view={view}
        packet={handoff?.payload.packet ?? null}
        decision={escalation?.payload.escalation.decision ?? null}
        mayEscalate={!readOnly && view.may.escalate}
        queueTitle={queueTitle}
      />
      <Announcer cues={cues} />
    </>
  );
};

/** The cues, top to bottom in the order they are needed. */
export const CuesColumn = ({ view, readOnly }: CuesColumnProps) => {
  const { id } = view.conversation;
  const { data, isPending, error, refetch } = useQuery(cuesQuery(id));
  const wrapUp = readOnly || view.wrapUp === null || view.wrapUp.finishedAt !== null ? null : view.wrapUp;
  const body = () => {
    if (isPending) return <CuesSkeleton />;
    // The account can be acted on without a cue.
    const account = <AccountCues key={id} view={view} readOnly={readOnly} wantsToLeave={false} />;
    if (data === undefined)
      return (
        <>
          <Fault title="The cues did not load" detail={explain(error)} retry={() => void refetch()} />
          {account}
        </>
      );
    if (data.cues.length === 0)
      return (
        <>
          <div className="h-64 border-b">
            <Empty icon={Sparkles} title={isThinking(data.run) ? 'Reading the conversation' : 'No cues yet'}>
              They come a moment after the customer writes.
            </Empty>
          </div>
          {account}
        </>
      );
    return <CueList cues={data.cues} view={view} readOnly={readOnly} />;
  };
  return (
    <section aria-label="Cues" className="flex h-full min-h-0 flex-col bg-surface">
      <div className="flex h-12 shrink-0 items-center border-b px-4">
        <h2 className="font-semibold">Cues</h2>
        <Thinking run={data?.run} />
      </div>
      <div className="scroll-thin min-h-0 flex-1 overflow-y-auto">
        {wrapUp === null ? null : <WrapUpPanel key={wrapUp.startedAt} conversationId={id} wrapUp={wrapUp} />}
        {body()}
        <TraceFold key={id} conversationId={id} />
      </div>
    </section>
  );
};
