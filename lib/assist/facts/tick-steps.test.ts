import { describe, expect, it } from 'vitest';
import type { PlaybookStep } from '../../domain/resolution';
import { STEPS, TICK_CASES, type TickCase } from './testing/tick-cases';
import { tickSteps } from './tick-steps';

const utterancesOf = (said: readonly string[]) =>
  said.map((line, at) => {
    const role = line.startsWith('rep: ') ? ('rep' as const) : ('customer' as const);
    return { turnId: `trn_${at + 1}`, role, text: line.slice(role.length + 2) };
  });
const ticked = (step: PlaybookStep, said: readonly string[]) =>
  tickSteps([step], utterancesOf(said), {})[0]?.done ?? null;
const wrong = (cases: readonly TickCase[]): string[] =>
  cases
    .filter((each) => (ticked(STEPS[each.step], each.said) !== null) !== each.ticked)
    .map(({ step, said }) => `${step}: ${said.join(' / ')}`);

describe('steps that tick themselves', () => {
  const done = TICK_CASES.filter((each) => each.ticked);
  const open = TICK_CASES.filter((each) => !each.ticked);

  it('miss few of those the conversation shows done', () => {
    const missed = wrong(done);
    expect(1 - missed.length / done.length, missed.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('tick hardly any that nobody did: not for a question, a denial, a condition, a promise or another thing', () => {
    const over = wrong(open);
    const right = done.length - wrong(done).length;
    expect(right / (right + over.length), over.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('name the message that shows it', () => {
    expect(ticked(STEPS.restart, ['customer: hi', 'customer: I restarted the gateway twice'])).toEqual({
      turnId: 'trn_2',
      because: 'The customer told us',
    });
    expect(ticked(STEPS.lineTest, ["rep: I'm running a line test now."])?.because).toBe(
      'Said in the conversation',
    );
  });

  it('let a tick by hand outrank what was read, both ways', () => {
    const { restart } = STEPS;
    const said = utterancesOf(['rep: Please unplug the gateway and plug it back in.']);
    expect(tickSteps([restart], [], { [restart.id]: true })[0]?.done?.because).toBe('Ticked by a rep');
    expect(tickSteps([restart], said, { [restart.id]: false })[0]?.done).toBeNull();
  });

  it('read a long hostile message in linear time', () => {
    const long = `rep: ${'please if not unplug the '.repeat(20_000)}`;
    expect(ticked(STEPS.restart, [long])).toBeNull();
  });
});
