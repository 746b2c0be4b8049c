import { describe, expect, it } from 'vitest';
import { sentimentLabelSchema } from '@/lib/domain/triage';
import { accuracy } from '@/lib/ml/metrics';
import { loadPolicies } from '@/lib/policies/load';
import { learnMood } from './learnt-mood';
import { sentimentExamples } from './sentiment-model';
import { HELD_BACK } from './testing/held-back';

const examples = sentimentExamples((await loadPolicies('policies')).sentiment);

describe('mood learnt from a file', () => {
  const classify = learnMood(examples);

  it('tells messages it has not seen', () => {
    const rows = sentimentLabelSchema.options.flatMap((label) =>
      HELD_BACK[label].map((text) => ({ text, label })),
    );
    const guesses = rows.map(({ text }) => classify(text));
    expect(
      accuracy(
        rows.map(({ label }) => label),
        guesses,
      ),
    ).toBeGreaterThan(0.7);
  });

  it('learns what the file says, not what words usually mean', () => {
    const upside = learnMood(
      examples.map(({ text, label }) => ({
        text,
        label: label === 'positive' ? 'frustrated' : label === 'frustrated' ? 'positive' : label,
      })),
    );
    expect(classify('thank you so much, this is wonderful')).toBe('positive');
    expect(upside('thank you so much, this is wonderful')).toBe('frustrated');
  });

  it('hears a negation', () => {
    const [good, bad] = ['helpful', 'useless'];
    const told = ['the staff', 'your chat', 'this page', 'the man', 'her answer', 'that call'].flatMap(
      (who) => [
        { text: `${who} was ${good}`, label: 'positive' },
        { text: `${who} was not ${good}`, label: 'frustrated' },
        { text: `${who} was ${bad}`, label: 'frustrated' },
        { text: `${who} was not ${bad}`, label: 'positive' },
      ],
    );
    const taught = learnMood(told);
    expect(taught('the letter was not helpful')).toBe('frustrated');
    expect(taught('the letter was not useless')).toBe('positive');
  });

  it('needs two labels', () => {
    expect(() => learnMood([{ text: 'hello', label: 'neutral' }])).toThrow(RangeError);
  });

  it('reads anything', () => {
    for (const text of ['', '😡😡😡', 'x'.repeat(50_000), '你好', '!!!'])
      expect(sentimentLabelSchema.options).toContain(classify(text));
  });
});
