import { describe, expect, it } from 'vitest';
import type { PlaybookStep } from '../../domain/resolution';
import { tickSteps } from './tick-steps';

const step: PlaybookStep = {
  id: 'internet-restart.1',
  phase: 'diagnose',
  do: 'Have the customer restart the gateway.',
  say: 'Please unplug the gateway and the optical terminal and wait 60 seconds.',
  tool: null,
  source: 'internet-restart',
  done: null,
};
const rep = (text: string) => [{ turnId: 'trn_1', role: 'rep' as const, text }];

describe('tickSteps', () => {
  it('ticks a step when a rep said it in other words', () => {
    const [ticked] = tickSteps(
      [step],
      rep('could you unplug both the gateway and optical terminal, then wait about 60 seconds?'),
      {},
    );
    expect(ticked?.done).toEqual({ turnId: 'trn_1', because: 'Said in the conversation' });
  });

  it('leaves a step open when the rep talked about something else', () => {
    expect(tickSteps([step], rep('I have refunded the late fee on your bill.'), {})[0]?.done).toBeNull();
  });

  it('never counts what the customer said', () => {
    const said = [{ turnId: 'trn_1', role: 'customer' as const, text: step.say ?? '' }];
    expect(tickSteps([step], said, {})[0]?.done).toBeNull();
  });

  it('lets a tick by hand outrank what was read, both ways', () => {
    expect(tickSteps([step], [], { [step.id]: true })[0]?.done?.because).toBe('Ticked by a rep');
    expect(tickSteps([step], rep(step.say ?? ''), { [step.id]: false })[0]?.done).toBeNull();
  });
});
