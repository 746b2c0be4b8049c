import { expect, test } from 'vitest';
import { sentimentLabelOf } from '@/lib/domain/triage';
import { loadPolicies } from '@/lib/policies/load';
import { readMood } from './read-mood';
import { withoutIrony } from './sarcasm';
import { sentimentExamples, trainSentiment } from './sentiment-model';

const { sentiment } = await loadPolicies('policies');
const model = trainSentiment(sentimentExamples(sentiment));
const moodOf = (text: string): number => readMood(model, text);

test.each([
  'Thanks so much for charging me twice, you guys are the best',
  'Oh great, another outage. Wonderful service as always, really love paying for nothing.',
  'Way to go on missing my appointment again',
  'I just love being transferred five times',
  'Lovely. Yet another surprise fee on my bill',
  'Bravo for cutting me off mid call',
  'good job guys, the internet is down again',
  'Fantastic service as usual, nobody showed up and I waited all day',
  'thank you for not answering for two weeks',
  'Congratulations on losing my package',
  'kudos to larkspur for making me wait four hours',
  'You people are amazing, three outages in a week',
  'gracias por cobrarme dos veces, son los mejores',
  'qué bien, otra avería',
])('praise of a trouble is frustration: %s', (text) => {
  expect(sentimentLabelOf(moodOf(text))).toBe('frustrated');
  expect(withoutIrony(text)).not.toMatch(/thank|great|love|best|bravo|congrat|gracias/iu);
});

test.each([
  'Thanks so much for fixing the outage, you guys are the best',
  'Thank you for crediting the double charge',
  'wonderful service as always, the technician fixed my tv in ten minutes',
  'thank you for not charging me the fee',
  'great, the internet is back',
  'awesome, no more outages since the visit',
  'Thanks for looking into the outage',
  'you are the best, it works again',
  'gracias por la ayuda con mi factura',
  'I love the new plan',
])('praise that is meant stays praise: %s', (text) => {
  expect(withoutIrony(text)).toBeNull();
  expect(sentimentLabelOf(moodOf(text))).toBe('positive');
});

test('capitals alone are no mood; what they say, or a cry, is', () => {
  expect(sentimentLabelOf(moodOf('MY INTERNET HAS BEEN DOWN SINCE THIS MORNING AND I WORK FROM HOME'))).toBe(
    'neutral',
  );
  expect(sentimentLabelOf(moodOf('HELLO I TYPE IN CAPS BECAUSE MY SIGHT IS BAD. WHEN IS MY VISIT'))).toBe(
    'neutral',
  );
  expect(sentimentLabelOf(moodOf('WHY IS NOBODY FIXING THIS TERRIBLE MESS'))).toBe('frustrated');
  expect(moodOf('MY INTERNET IS DOWN AGAIN AND NOBODY CARES!!!')).toBeLessThan(-0.4);
});

test('a word said four hundred times is said twice', () => {
  expect(moodOf('help '.repeat(400))).toBe(moodOf('help help '));
});

test('the worst text is read in time that grows with it', () => {
  for (const part of ['thanks ', 'great, ', 'love ', 'oh ', 'wonderful service ', 'a '])
    expect(() => withoutIrony(part.repeat(20_000))).not.toThrow();
});
