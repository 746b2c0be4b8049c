import { describe, expect, it } from 'vitest';
import { readSentiment } from '@/lib/assist/steps/triage-conversation/read-sentiment';
import { loadPolicies } from '@/lib/policies/load';
import { scoreMood, sentimentExamples, trainSentiment } from './sentiment-model';

const { sentiment, urgency } = await loadPolicies('policies');
const model = trainSentiment(sentimentExamples(sentiment));
/** The mood after these customer messages, as triage reads it. */
const moodOf = (...said: string[]) =>
  readSentiment(
    said.map((text) => scoreMood(model, text)),
    said,
    urgency.anger,
    undefined,
  );

describe('mood over a whole conversation', () => {
  it('falls as patience runs out, and ends in anger', () => {
    const mood = moodOf(
      'hi, my internet is slow in the evening, can you have a look',
      'ok I restarted it, still slow',
      'I already did that twice',
      'this is ridiculous, I am sick of this useless company!!',
    );
    expect(mood).toMatchObject({ label: 'frustrated', anger: true, direction: 'falling' });
  });

  it('rises with gratitude after trouble, and the trouble does not keep the label', () => {
    const mood = moodOf(
      'third outage this week, I am fed up with this',
      'fine, I unplugged it',
      'oh that did it, thank you',
      'you have been so helpful, thanks a lot!',
    );
    expect(mood).toMatchObject({ label: 'positive', anger: false, direction: 'rising' });
  });

  it('hears sarcasm', () => {
    for (const said of ['wow, thanks for nothing', 'great, just great, another hour on hold'])
      expect(moodOf(said).label).toBe('frustrated');
  });

  it('takes capitals for shouting when most of a bad message is in them', () => {
    expect(moodOf('WHY IS NOBODY FIXING THIS TERRIBLE MESS').anger).toBe(true);
    expect(moodOf('I am disappointed that the USB and HDMI and LED on my LM-10 stay dark').anger).toBe(false);
    expect(moodOf('THANK YOU SO MUCH, THAT WAS WONDERFUL')).toMatchObject({
      label: 'positive',
      anger: false,
    });
  });

  it('takes a message said over, word for word, for a worse one', () => {
    const once = moodOf('where is my order please');
    const twice = moodOf('where is my order please', 'Where is my order, please?');
    expect(once.label).toBe('neutral');
    expect(twice.score).toBeLessThan(once.score);
    expect(twice.trend.at(-1)).toBeLessThan(once.score);
    expect(moodOf('ok', 'ok', 'ok').label).toBe('neutral');
    expect(moodOf('thank you so much', 'thank you so much').label).toBe('positive');
  });

  it('is not angry with worry', () => {
    const mood = moodOf(
      'my package says delivered but it is not here',
      'I asked my mother and the neighbors, nobody has it',
      'things get stolen on our street, can it go to a shop next time',
    );
    expect(mood).toMatchObject({ label: 'neutral', anger: false });
  });

  it('has nothing to say about nothing', () => {
    expect(moodOf()).toMatchObject({ label: 'neutral', score: 0, anger: false, direction: 'steady' });
  });

  it('is what a rep says it is, and angry only if the words are', () => {
    const said = ['I am furious about this'];
    const read = (override: 'frustrated' | 'positive') => readSentiment([0.2], said, urgency.anger, override);
    expect(read('positive')).toMatchObject({ label: 'positive', score: 0.6, anger: false });
    expect(read('frustrated')).toMatchObject({ label: 'frustrated', score: -0.5, anger: true });
  });
});
