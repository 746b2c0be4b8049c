'use client';
import { useQuery } from '@tanstack/react-query';
import { CircleHelp } from 'lucide-react';
import { SentimentTrend, sentimentName } from '@/components/marks/sentiment-mark';
import { UrgencyMark, urgencyName } from '@/components/marks/urgency-mark';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Badge } from '@/components/ui/badge';
import type { CueOf } from '@/lib/client/patch-cues';
import { vocabularyQuery } from '@/lib/client/people';
import { confidenceWord } from '@/lib/client/suggestion';
import {
  type Complexity,
  complexitySchema,
  intentTitle,
  sentimentLabelSchema,
  urgencySchema,
} from '@/lib/domain/triage';
import { CueSection } from './cue-section';
import { Entities } from './entities';
import { FieldCorrection } from './field-correction';
import { Flags } from './flags';
import { engineName, SmallPrint } from './small-print';
import { useCorrection } from './use-correction';

const COMPLEXITIES: Record<Complexity, string> = {
  simple: 'Simple',
  moderate: 'Moderate',
  complex: 'Complex',
};

const URGENCY_OPTIONS = urgencySchema.options.map((value) => ({ value, label: urgencyName(value) }));
const SENTIMENT_OPTIONS = sentimentLabelSchema.options.map((value) => ({
  value,
  label: sentimentName(value),
}));
const COMPLEXITY_OPTIONS = complexitySchema.options.map((value) => ({ value, label: COMPLEXITIES[value] }));

/** Opens the correction of the cue that has the focus, else of the first. */
const openCorrection = (): void => {
  const near = document.activeElement?.closest('section')?.querySelector<HTMLElement>('[data-correct]');
  (near ?? document.querySelector<HTMLElement>('[data-correct]'))?.click();
};

const languageNames = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });

/** A tag that is no language stays as it is. */
const languageName = (tag: string): string => {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    return tag;
  }
};

const fieldName = (field: string): string => field.replaceAll('_', ' ');

interface SituationProps {
  cue: CueOf<'triage'>;
  mayCorrect: boolean;
}

/** What this is about, how urgent, how the customer feels, and what is not known yet. */
export const Situation = ({ cue, mayCorrect }: SituationProps) => {
  const { triage } = cue.payload;
  const { data: vocabulary } = useQuery(vocabularyQuery());
  const { mutate } = useCorrection(cue.conversationId);
  const intents =
    vocabulary?.intents.map(({ id, title, category }) => ({ value: id, label: `${title} (${category})` })) ??
    [];
  const reasons = [...new Set([...triage.urgency.reasons, ...triage.complexity.reasons])];
  const [next, ...later] = triage.missing;
  useShortcut('correct', openCorrection, mayCorrect);

  return (
    <CueSection
      title="Situation"
      aside={
        <span>
          {languageName(triage.language)}
          {cue.degraded === null ? ` · ${engineName(cue.engine)}` : null}
        </span>
      }
    >
      <FieldCorrection
        name="Intent"
        value={triage.intent.id as string}
        options={intents}
        enabled={mayCorrect}
        onCorrect={(after, reason) =>
          mutate({
            cueId: cue.id,
            body: { kind: 'override', field: 'intent', before: triage.intent.id, after },
            reason,
          })
        }
      >
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{intentTitle(triage)}</span>
          <span className="text-muted text-xs">
            {triage.unclear
              ? `perhaps ${triage.intent.title.toLowerCase()}`
              : confidenceWord(triage.intent.confidence)}{' '}
            <span className="tabular-nums">{triage.intent.confidence.toFixed(2)}</span> ·{' '}
            {triage.intent.category}{' '}
            <span className="tabular-nums">{triage.categoryConfidence?.toFixed(2)}</span>
          </span>
        </span>
      </FieldCorrection>
      {triage.secondary.length === 0 ? null : (
        <p className="mt-0.5 text-muted text-xs">
          Also: {triage.secondary.map(({ title }) => title).join(', ')}
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        <FieldCorrection
          name="Urgency"
          value={triage.urgency.level}
          options={URGENCY_OPTIONS}
          enabled={mayCorrect}
          onCorrect={(after, reason) =>
            mutate({
              cueId: cue.id,
              body: { kind: 'override', field: 'urgency', before: triage.urgency.level, after },
              reason,
            })
          }
        >
          <UrgencyMark urgency={triage.urgency.level} />
        </FieldCorrection>
        <FieldCorrection
          name="Sentiment"
          value={triage.sentiment.label}
          options={SENTIMENT_OPTIONS}
          enabled={mayCorrect}
          onCorrect={(after, reason) =>
            mutate({
              cueId: cue.id,
              body: { kind: 'override', field: 'sentiment', before: triage.sentiment.label, after },
              reason,
            })
          }
        >
          <SentimentTrend sentiment={triage.sentiment} />
        </FieldCorrection>
        <FieldCorrection
          name="Complexity"
          value={triage.complexity.level}
          options={COMPLEXITY_OPTIONS}
          enabled={mayCorrect}
          onCorrect={(after, reason) =>
            mutate({
              cueId: cue.id,
              body: { kind: 'override', field: 'complexity', before: triage.complexity.level, after },
              reason,
            })
          }
        >
          <Badge>{COMPLEXITIES[triage.complexity.level]}</Badge>
        </FieldCorrection>
      </div>
      {reasons.length === 0 ? null : (
        <p title={reasons.join(' · ')} className="mt-1 line-clamp-1 text-muted text-xs">
          {reasons.join(' · ')}
        </p>
      )}
      <div className="mt-2 flex flex-col gap-2 empty:hidden">
        {triage.flags.length === 0 ? null : <Flags flags={triage.flags} />}
        {triage.entities.length === 0 ? null : <Entities entities={triage.entities} />}
        {next === undefined ? null : (
          <p className="flex items-start gap-1.5 text-xs">
            <CircleHelp aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-faint" />
            <span>
              <span className="text-faint">Ask next: </span>
              {next.ask}
              {later.length === 0 ? null : (
                <span className="text-faint">
                  {' '}
                  Then: {later.map(({ field }) => fieldName(field)).join(', ')}
                </span>
              )}
            </span>
          </p>
        )}
      </div>
      {cue.degraded === null ? null : <SmallPrint cue={cue} />}
    </CueSection>
  );
};
