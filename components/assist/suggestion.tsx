'use client';
import { CornerDownLeft, Send } from 'lucide-react';
import { useRef, useState } from 'react';
import { GuardHints } from '@/components/conversation/guard-hints';
import { useConversationPorts } from '@/components/conversation/ports';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import { recordCue } from '@/lib/client/cue-actions';
import type { CueOf } from '@/lib/client/patch-cues';
import { citesInternal, confidenceWord, offeredText } from '@/lib/client/suggestion';
import { Abstained } from './abstained';
import { CueSection } from './cue-section';
import { DismissMenu } from './dismiss-menu';
import { SmallPrint } from './small-print';
import { Sources } from './sources';
import { useCorrection } from './use-correction';
import { useSeen } from './use-seen';

const TITLES = {
  suggest: 'Suggested reply',
  ask: 'Ask the customer',
  escalate: 'Reply before the handover',
  abstain: 'Suggested reply',
} as const;

interface SuggestionProps {
  cue: CueOf<'resolution'>;
  mayReply: boolean;
  mayCorrect: boolean;
  readOnly: boolean;
}

/** What to say, what it stands on and how sure it is; or why there is nothing to say. */
export const Suggestion = ({ cue, mayReply, mayCorrect, readOnly }: SuggestionProps) => {
  const { resolution, guard } = cue.payload;
  const { composer } = useConversationPorts();
  const { mutate } = useCorrection(cue.conversationId);
  const [dismissed, setDismissed] = useState(false);
  const [asking, setAsking] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const text = offeredText(resolution, guard);
  const live = cue.state === 'live' && text !== null && !dismissed;
  const canInsert = live && mayReply;
  useSeen(element, cue.id, !readOnly && live);
  const insert = (): void => {
    if (text !== null) composer.current?.insert(text, cue.id);
  };
  useShortcut('insert', insert, canInsert);
  useShortcut('dismiss', () => setAsking(true), live && mayCorrect);

  const aside =
    resolution.outcome === 'abstain' ? null : (
      <>
        {cue.state === 'withdrawn' ? <Badge tone="warn">Withdrawn</Badge> : null}
        {resolution.confidence === null ? null : (
          <span>
            {confidenceWord(resolution.confidence)}{' '}
            <span className="tabular-nums">{resolution.confidence.toFixed(2)}</span>
          </span>
        )}
      </>
    );

  if (dismissed)
    return (
      <CueSection title={TITLES[resolution.outcome]}>
        <p className="flex items-center justify-between text-muted">
          Dismissed.
          <Button
            size="sm"
            look="ghost"
            onClick={() => {
              recordCue(cue.id, 'undone');
              setDismissed(false);
            }}
          >
            Show it again
          </Button>
        </p>
      </CueSection>
    );

  return (
    <CueSection title={TITLES[resolution.outcome]} aside={aside}>
      {resolution.outcome === 'abstain' ? (
        <Abstained missing={resolution.missing} />
      ) : (
        <div ref={element}>
          <p
            className={cn(
              'whitespace-pre-wrap break-words',
              cue.state === 'withdrawn' && 'text-faint',
              text === null && 'text-muted',
            )}
          >
            {text ?? resolution.reply}
          </p>
          {guard === null || guard.findings.length === 0 ? null : (
            <div className="mt-2">
              <p className="mb-1 text-faint text-xs">
                {guard.verdict === 'blocked'
                  ? 'Stopped by a guardrail: it may not go out like this.'
                  : 'Guardrails'}
              </p>
              <GuardHints findings={guard.findings} />
            </div>
          )}
          <Sources sources={resolution.citations} />
          {cue.state === 'withdrawn' ? (
            <p className="mt-2 text-muted text-xs">The conversation moved on. A new suggestion follows.</p>
          ) : readOnly ? null : (
            <div className="mt-2 flex flex-wrap items-center gap-1">
              <Button size="sm" look="primary" disabled={!canInsert} onClick={insert}>
                <CornerDownLeft aria-hidden="true" /> Insert <Kbd keys="i" />
              </Button>
              {citesInternal(resolution) ? null : (
                <Button
                  size="sm"
                  disabled={!canInsert}
                  onClick={() => text !== null && composer.current?.send(text, cue.id)}
                >
                  <Send aria-hidden="true" /> Send
                </Button>
              )}
              {mayCorrect ? (
                <DismissMenu
                  open={asking}
                  onOpenChange={setAsking}
                  onDismiss={(why) => {
                    mutate({ cueId: cue.id, body: { kind: 'dismissal', why } });
                    setDismissed(true);
                  }}
                />
              ) : null}
            </div>
          )}
        </div>
      )}
      <SmallPrint cue={cue} />
    </CueSection>
  );
};
