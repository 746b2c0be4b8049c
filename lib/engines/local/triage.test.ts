import { describe, expect, it } from 'vitest';
import type { Utterance } from '@/lib/domain/conversation';
import { engine, options, talk } from './sample-engine';

const intentsOf = async (utterances: Utterance[], language = 'en') =>
  (await engine.triage({ utterances, language }, options)).value.intents;

describe('triage of the local engine', () => {
  it('keeps the issue through answers and courtesies', async () => {
    const opening = talk(['customer', 'my internet is down, nothing connects']);
    const later = [
      ...opening,
      ...talk(
        ['rep', 'Sorry! What color is the light?'],
        ['customer', 'red'],
        ['rep', 'Thanks.'],
        ['customer', 'ok thanks'],
      ),
    ];
    expect((await intentsOf(opening))[0]?.id).toBe('technical.internet-down');
    expect((await intentsOf(later))[0]?.id).toBe('technical.internet-down');
  });

  it('sees two issues in one message', async () => {
    const found = await intentsOf(
      talk([
        'customer',
        'my internet is down and nothing connects. Also please send me a copy of my invoice pdf',
      ]),
    );
    expect(
      found
        .slice(0, 2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['billing.invoice-copy', 'technical.internet-down']);
  });

  it('names a greeting when there is nothing else, and best first', async () => {
    const found = await intentsOf(talk(['customer', 'hello']));
    expect(found[0]?.id).toBe('general.greeting-or-thanks');
    expect(found.map(({ confidence }) => confidence)).toEqual(
      found.map(({ confidence }) => confidence).sort((a, b) => b - a),
    );
  });

  it('reads Spanish', async () => {
    expect((await intentsOf(talk(['customer', 'mi internet no funciona desde ayer']), 'es'))[0]?.id).toBe(
      'technical.internet-down',
    );
  });

  it('scores every customer message once', async () => {
    const { value } = await engine.triage(
      {
        utterances: talk(
          ['customer', 'WORST service, useless!!!'],
          ['rep', 'Fixed now.'],
          ['customer', 'perfect, thank you so much'],
        ),
        language: 'en',
      },
      options,
    );
    expect(value.sentiment).toHaveLength(2);
    expect(value.sentiment[0]).toBeLessThan(-0.25);
    expect(value.sentiment[1]).toBeGreaterThan(0.3);
  });
});
