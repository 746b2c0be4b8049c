import { describe, expect, it } from 'vitest';
import type { HandoffRequest } from '@/lib/assist/ports';
import type { PlaybookStep } from '@/lib/domain/resolution';
import { engine, options, talk, triage } from '../sample-engine';

const step = (id: string, more: Partial<PlaybookStep>): PlaybookStep => ({
  id,
  phase: 'resolve',
  do: 'Guide a restart of the gateway',
  say: 'Please unplug the gateway for a minute and plug it back in.',
  tool: null,
  source: 'restart',
  done: null,
  ...more,
});
const doneAt = (turnId: string) => ({ done: { turnId, because: 'Said in the conversation' } });

const utterances = talk(
  ['customer', 'the gateway light is red and nothing connects'],
  ['rep', 'Please unplug the gateway for a minute and plug it back in.'],
  ['customer', 'ok one moment'],
  ['customer', 'Back in now. It is still red, sadly. The kids are waiting.'],
  ['rep', 'A red light may also mean a loose cable behind the box. This is how the plug should sit.'],
  ['customer', 'i pushed it in and it works now'],
);

const tried = async (over: Partial<HandoffRequest>) =>
  (
    await engine.summariseHandoff(
      {
        utterances,
        triage,
        passages: [],
        incidents: [],
        facts: [],
        steps: [],
        sent: [],
        untickedAt: [],
        sentiment: triage.sentiment,
        ...over,
      },
      options,
    )
  ).value.tried;

const cable = { turnId: 'trn_4', titles: ['Cables and plugs'], edited: true };

describe('what was tried', () => {
  it('is the steps that are done, each with the customer’s own sentence of what came of it', async () => {
    expect(await tried({ steps: [step('restart', doneAt('trn_1'))] })).toEqual([
      {
        what: 'Guide a restart of the gateway',
        result: 'did not work: “It is still red, sadly”',
        turnId: 'trn_1',
      },
    ]);
  });

  it('is the suggestions that were sent, by their articles, and a verdict ends where the next one begins', async () => {
    expect(await tried({ steps: [step('restart', doneAt('trn_1'))], sent: [cable] })).toEqual([
      expect.objectContaining({ turnId: 'trn_1', result: 'did not work: “It is still red, sadly”' }),
      {
        what: 'Suggested answer sent, edited: Cables and plugs',
        result: 'worked: “i pushed it in and it works now”',
        turnId: 'trn_4',
      },
    ]);
  });

  it('names a message once that was a suggestion and did a step', async () => {
    const lines = await tried({
      steps: [step('restart', doneAt('trn_1'))],
      sent: [{ turnId: 'trn_1', titles: ['Restart'], edited: false }],
    });
    expect(lines).toEqual([expect.objectContaining({ what: 'Guide a restart of the gateway' })]);
  });

  it('is what the rep wrote, in their words and marked so, only where no record shows it', async () => {
    expect(await tried({})).toEqual([
      {
        what: 'The rep wrote: “Please unplug the gateway for a minute and plug it back in”',
        result: 'did not work: “It is still red, sadly”',
        turnId: 'trn_1',
      },
    ]);
  });

  it('is nothing where the rep unticked the step, whatever was written', async () => {
    expect(await tried({ steps: [step('restart', {})], untickedAt: ['trn_1'] })).toEqual([]);
  });

  it('is no kind word and no note', async () => {
    const steps = [
      step('sorry', { phase: 'de-escalate', do: 'Acknowledge the outage', ...doneAt('trn_4') }),
      step('note', { phase: 'document', do: 'Note the light', ...doneAt('trn_4') }),
    ];
    expect((await tried({ steps })).map(({ what }) => what).join()).not.toMatch(/Acknowledge|Note/);
  });

  it('does not call a question answered or a thing looked up a success', async () => {
    const said = talk(
      ['customer', 'my box keeps freezing'],
      ['rep', 'Does it freeze on every channel?'],
      ['customer', 'yes, and the other box still works fine'],
      ['rep', 'Let me check the line from here.'],
      ['customer', 'great, that works for me'],
    );
    const steps = [
      step('ask', {
        phase: 'diagnose',
        do: 'Ask which channels',
        say: 'Does it freeze on every channel?',
        ...doneAt('trn_1'),
      }),
      step('look', {
        phase: 'diagnose',
        do: 'Check the line',
        say: 'Let me check the line from here.',
        ...doneAt('trn_3'),
      }),
    ];
    expect((await tried({ utterances: said, steps })).map(({ result }) => result)).toEqual([
      'they wrote “yes, and the other box still works fine”',
      'done',
    ]);
  });

  it('keeps what failed rather than what nobody knows the end of', async () => {
    const failed = talk(
      ['customer', 'the gateway light is red'],
      ['rep', 'Please unplug the gateway for a minute.'],
      ['customer', 'still red'],
      ...Array.from({ length: 6 }, (_, n): ['rep', string] => [
        'rep',
        `I have sent you the guide number ${n}.`,
      ]),
    );
    const lines = await tried({ utterances: failed });
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({ turnId: 'trn_1', result: 'did not work: “still red”' });
  });

  it('is not over because the customer wants something turned back on', async () => {
    const said = talk(
      ['customer', 'there is a fee of $8 on my bill'],
      ['rep', "I've taken the $8.00 off your bill."],
      ['customer', 'turn the autopay back on'],
    );
    expect((await tried({ utterances: said }))[0]?.result).toBe('no verdict yet');
  });
});
