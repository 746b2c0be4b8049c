import { describe, expect, it } from 'vitest';
import { closingOf } from './closing';

const ending = (text: string) => [
  { turnId: 'trn_1', role: 'customer' as const, text: 'no sound' },
  { turnId: 'trn_2', role: 'rep' as const, text: 'Please try the other cable.' },
  { turnId: 'trn_3', role: 'customer' as const, text },
];

describe('closingOf', () => {
  it.each(['thanks!', 'perfect, thank you so much', 'muchas gracias', 'cheers, appreciate it'])(
    'hears thanks in: %s',
    (text) => {
      expect(closingOf(ending(text))).toBe('thanked');
    },
  );

  it.each(["it's working", 'oh, that fixed it', 'ya funciona'])('hears that it works in: %s', (text) => {
    expect(closingOf(ending(text))).toBe('solved');
  });

  it.each([
    'thanks, but it still freezes',
    'thank you. when does it arrive?',
    "it isn't working",
    'great, another outage',
    'is it fixed',
    'thanks for nothing, no picture yet',
    'living room',
    'thanks Sam, photo sent',
    'great, here you go: 15 Mill Road',
    'gracias, ya lo envié',
  ])('hears neither in: %s', (text) => {
    expect(closingOf(ending(text))).toBeNull();
  });

  it('does not end what has not begun', () => {
    expect(closingOf([{ turnId: 'trn_1', role: 'customer', text: 'thanks in advance' }])).toBeNull();
  });
});
