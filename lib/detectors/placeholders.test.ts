import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact, restore, restoreStream } from './placeholders';
import { createVault } from './vault';

const KNOWN = [{ type: 'person', value: 'Maya Ortiz' }] as const;

describe('redaction', () => {
  test('personal data goes, what the work needs stays', () => {
    const vault = createVault(KNOWN);
    const text =
      'maya here, order ORD-73015524, $60.00, mail maya.ortiz@example.com or 406-555-0112, card 4111 1111 1111 1111';
    expect(redact(text, vault)).toBe(
      '[NAME_1] here, order ORD-73015524, $60.00, mail [EMAIL_1] or [PHONE_1], card [CARD_1]',
    );
  });
  test('one value has one placeholder as long as the vault lives', () => {
    const vault = createVault();
    expect(redact('a@example.com, b@example.com', vault)).toBe('[EMAIL_1], [EMAIL_2]');
    expect(redact('again b@example.com', vault)).toBe('again [EMAIL_2]');
  });
  test('a known name is found as a whole word only', () => {
    expect(redact('Ortiz mayan', createVault(KNOWN))).toBe('[NAME_1] mayan');
  });
  test('a placeholder that a customer writes is not filled', () => {
    const vault = createVault();
    redact('a@example.com', vault);
    const sent = redact('what is [EMAIL_1]?', vault);
    expect(sent).toBe('what is [TEXT_1]?');
    expect(restore(sent, vault)).toBe('what is [EMAIL_1]?');
  });
  test('a placeholder nobody gave stays', () => {
    expect(restore('[EMAIL_7]', createVault())).toBe('[EMAIL_7]');
  });
});

const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a@example.com',
        '[EMAIL_1]',
        '[NAME_1',
        'Maya',
        'ortiz',
        '406-555-0112',
        '4111111111111111',
        '[',
        ']',
        'İ',
        'hello',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

test('what was redacted comes back as it was', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const vault = createVault(KNOWN);
      expect(restore(redact(text, vault), vault)).toBe(text);
    }),
  );
});

test('over many turns a value keeps its placeholder, two values never share one, and no known value is left', () => {
  const values = [
    'a@example.com',
    'b@example.com',
    '406-555-0112',
    '4111111111111111',
    'Maya Ortiz',
    '240 Harbor Street',
  ];
  const turn = fc.array(
    fc.oneof(
      fc.constantFrom(...values, '[EMAIL_1]', '[PHONE_2]', '[NAME_1]', '[TEXT_1]'),
      fc.lorem({ maxCount: 3 }),
    ),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 5 }), (turns) => {
      const vault = createVault(KNOWN);
      const given = new Map<string, string>();
      for (const parts of turns) {
        const text = parts.join(', ');
        const sent = redact(text, vault);
        expect(restore(sent, vault)).toBe(text);
        for (const value of values) expect(sent).not.toContain(value);
        for (const [placeholder] of sent.matchAll(/\[[A-Z]+_\d+\]/g)) {
          const value = vault.valueOf(placeholder);
          expect(value).toBeDefined();
          expect(given.get(placeholder) ?? value).toBe(value);
          given.set(placeholder, value ?? '');
        }
      }
      expect(new Set(given.values()).size).toBe(given.size);
    }),
  );
});

test('in pieces it comes back as in one', () => {
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 40 }),
      (text, sizes) => {
        const vault = createVault(KNOWN);
        const sent = redact(text, vault);
        const stream = restoreStream(vault);
        let out = '';
        for (let at = 0, i = 0; at < sent.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          out += stream.push(sent.slice(at, at + size));
          at += size;
        }
        expect(out + stream.end()).toBe(restore(sent, vault));
      },
    ),
  );
});

test('half a placeholder is held back and plain text is not', () => {
  const vault = createVault();
  redact('a@example.com', vault);
  const stream = restoreStream(vault);
  expect([
    stream.push('write to [EMA'),
    stream.push('IL_1] now'),
    stream.push(' [see below and more than that'),
    stream.end(),
  ]).toEqual(['write to ', 'a@example.com now', ' [see below and more than that', '']);
});
