import { CircleCheck, CircleHelp, CircleX, type LucideIcon } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { Fold } from '@/components/ui/fold';
import type { ClauseResult } from '@/lib/domain/clause';
import { shownValue } from './shown-value';

const ANSWERS: Record<ClauseResult['is'], { icon: LucideIcon; word: string; colour: string }> = {
  true: { icon: CircleCheck, word: 'Holds', colour: 'text-ok' },
  false: { icon: CircleX, word: 'Does not hold', colour: 'text-danger' },
  unknown: { icon: CircleHelp, word: 'Not known', colour: 'text-warn' },
};

const Seen = ({ clause }: { clause: ClauseResult }) => {
  const values = Object.entries(clause.seen).map(([name, value]) => `${name} = ${shownValue(value)}`);
  return (
    <span className="block font-mono text-2xs text-muted [overflow-wrap:anywhere]">
      {clause.when}
      {values.length === 0 ? null : <span className="block text-faint">with {values.join(', ')}</span>}
    </span>
  );
};

/** One rule: what it answers, in words where it has them, and the values it saw. */
const Clause = ({ clause }: { clause: ClauseResult }) => {
  const { icon: Icon, word, colour } = ANSWERS[clause.is];
  return (
    <li className="flex items-start gap-1.5 text-xs">
      <Icon aria-hidden="true" className={cn('mt-0.5 size-3.5 shrink-0', colour)} />
      <span className="min-w-0">
        <span className={cn('font-medium', colour)}>{word}:</span>{' '}
        {clause.say === clause.when ? null : clause.say}
        <Seen clause={clause} />
      </span>
    </li>
  );
};

/** Where a rule occurs more than once its place tells them apart. */
const keyed = (clauses: readonly ClauseResult[]) =>
  clauses.map((clause, at) => ({ key: `${at} ${clause.id}`, clause }));

const ruleCount = (n: number): string => (n === 1 ? '1 rule holds' : `${n} rules hold`);

/** Every rule that was looked at: those that stand in the way open, those that hold folded. */
export const ClauseTrace = ({ clauses }: { clauses: readonly ClauseResult[] }) => {
  const all = keyed(clauses);
  const against = all.filter(({ clause }) => clause.is !== 'true');
  const holding = all.filter(({ clause }) => clause.is === 'true');
  return (
    <div className="flex flex-col gap-1">
      {against.length === 0 ? null : (
        <ul aria-label="What stands in the way" className="flex flex-col gap-1">
          {against.map(({ key, clause }) => (
            <Clause key={key} clause={clause} />
          ))}
        </ul>
      )}
      {holding.length === 0 ? null : (
        <Fold
          summary={
            <span className="flex items-center gap-1 text-xs">
              <CircleCheck aria-hidden="true" className="size-3.5 text-ok" /> {ruleCount(holding.length)}
            </span>
          }
        >
          <ul aria-label="Rules that hold" className="mt-1 ml-4.5 flex flex-col gap-1">
            {holding.map(({ key, clause }) => (
              <Clause key={key} clause={clause} />
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
};
