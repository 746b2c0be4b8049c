'use client';
import { Check } from 'lucide-react';
import { useShortcut } from '@/components/shell/use-shortcut';
import { cn } from '@/components/ui/class-names';
import { Kbd } from '@/components/ui/kbd';
import type { CueOf } from '@/lib/client/patch-cues';
import type { Phase } from '@/lib/domain/knowledge';
import type { PlaybookStep } from '@/lib/domain/resolution';
import { CueSection } from './cue-section';
import { JumpButton } from './jump-button';
import { useCorrection } from './use-correction';

const PHASES: Record<Phase, string> = {
  diagnose: 'Diagnose',
  'de-escalate': 'De-escalate',
  resolve: 'Resolve',
  document: 'Document',
};
const KEYED = 5;

interface StepRowProps {
  step: PlaybookStep;
  index: number;
  /** The first one that is not done: it stands in full, the others in one line each. */
  current: boolean;
  enabled: boolean;
  onTick: () => void;
}

const StepRow = ({ step, index, current, enabled, onTick }: StepRowProps) => {
  const done = step.done !== null;
  return (
    <li>
      <div className="flex items-start gap-2 py-0.5">
        <button
          type="button"
          aria-pressed={done}
          aria-label={`Done: ${step.do}`}
          disabled={!enabled}
          onClick={onTick}
          className={cn(
            'mt-0.5 grid size-4 shrink-0 place-items-center rounded border border-edge',
            done && 'border-accent bg-accent text-on-accent',
          )}
        >
          {done ? <Check aria-hidden="true" className="size-3" /> : null}
        </button>
        <div className="min-w-0 flex-1">
          <p
            title={current ? undefined : step.do}
            className={cn(!current && 'truncate text-muted', done && 'line-through decoration-edge')}
          >
            <span className="mr-1.5 text-faint text-xs">{PHASES[step.phase]}</span>
            {step.do}
          </p>
          {step.tool === null || !current ? null : (
            <p className="text-faint text-xs">with {step.tool.replaceAll('-', ' ')}</p>
          )}
          {step.done === null ? null : step.done.turnId === '' ? (
            <p className="text-faint text-xs">{step.done.because}</p>
          ) : (
            <JumpButton turnId={step.done.turnId} className="text-faint text-xs">
              {step.done.because}
            </JumpButton>
          )}
        </div>
        {index < KEYED && enabled ? <Kbd keys={String(index + 1)} /> : null}
      </div>
    </li>
  );
};

interface StepsProps {
  cue: CueOf<'resolution'>;
  mayCorrect: boolean;
}

/** The playbook, ticked by what was said; a person may tick by hand, or take a tick back. */
export const Steps = ({ cue, mayCorrect }: StepsProps) => {
  const { steps } = cue.payload.resolution;
  const { mutate } = useCorrection(cue.conversationId);
  const tick = (step: PlaybookStep | undefined): void => {
    if (step === undefined) return;
    const before = step.done !== null;
    mutate({
      cueId: cue.id,
      body: { kind: 'override', field: 'step', step: step.id, before, after: !before },
    });
  };
  useShortcut('tick', (event) => tick(steps[Number(event?.key) - 1]), mayCorrect && steps.length > 0);
  if (steps.length === 0) return null;
  const done = steps.filter((step) => step.done !== null).length;
  const current = steps.findIndex((step) => step.done === null);
  return (
    <CueSection
      title="Next steps"
      aside={
        <span className="tabular-nums">
          {done} of {steps.length} done
        </span>
      }
    >
      <ol>
        {steps.map((step, index) => (
          <StepRow
            key={step.id}
            step={step}
            index={index}
            current={index === current}
            enabled={mayCorrect}
            onTick={() => tick(step)}
          />
        ))}
      </ol>
    </CueSection>
  );
};
