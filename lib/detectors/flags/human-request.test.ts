import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { findFlags } from '../flags';
import { readHumanRequests } from './human-request';

const { flags, intents } = await loadPolicies('policies');
const taught = flags.find(({ flag }) => flag === 'human_requested')?.examples;
if (taught === undefined) throw new Error('nothing is taught');
const { wishes, lookAlikes } = taught;
const asks = (text: string): boolean => findFlags(text, flags).some(({ flag }) => flag === 'human_requested');

/** Neither a phrase nor an example: wordings, slips and Englishes that were not taught. */
const HELD_BACK = [
  'would it be possible for me to converse with sombody',
  'i wnat to speek wiht an agnet',
  'sir kindly make me talk with your customer care persons',
  'ples help me to reach to operater',
  'any executive can attend my issue on phone?',
  'not understanding you bro, connect someone from team',
  'could one of the staff message me here instead of this',
  'im stuck, need to get ahold of a supprt person',
  'where to find agent for chat',
  'I have been trying all day to reach someone at your helpline',
  'my bill went up, and before paying it i want to speak with somone',
  'how can i get throughto someone in support',
  'help contacting an oprator',
  'make an adviser call me tomorrow morning',
  'call my number plz, i can not type well',
  'your helpline number is not picking up',
  'talk to somebody there, thats all i want',
  'what should i do for contacting an assistant',
  'is it a machine? put a person on',
  'necesito que alguien me llame porfa',
];

const INNOCENT = [
  'someone needs to be home when the parcel comes, right?',
  'the technician called somebody else by mistake',
  'which number is printed on my bill',
  'my assistant at work will return the box',
  'calls to my brother in Spain cost how much',
  'could somebody tell me why the wifi is slow',
  'people in my building have no internet either',
  'the support leg of the tv stand is broken',
  'our center in Fenwick needs two more lines',
  'is there a family rate for four people',
  'the agent was lovely, please tell her',
  'no need to ring me, the chat is fine',
  'my manager approved the upgrade, so go ahead',
  'I spoke to someone on Tuesday and got a credit',
  'how many people can watch at once',
  'can somebody come on Saturday to fix the dryer',
  'take care, bye',
  'nobody used that line while we were away',
  'someone signed for my package, it was not me',
  'Dear support, my invoice is missing',
];

describe('a wish for a person', () => {
  it.each(HELD_BACK)('is read in "%s"', (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each(INNOCENT)('is not read in "%s"', (text) => {
    expect(asks(text)).toBe(false);
  });

  it('is rare among what customers write about anything else', () => {
    const others = intents
      .filter(({ id }) => id !== 'general.talk-to-person' && id !== 'general.contact-and-hours')
      .flatMap(({ examples }) => examples);
    expect(others.filter(asks).length / others.length).toBeLessThan(0.01);
  });

  it('points at the part that asks', () => {
    const text = 'I tried it all twice, help me to contcat somebody';
    expect(readHumanRequests(text, taught).map(({ start, end }) => text.slice(start, end))).toContain(
      'help me to contcat somebody',
    );
  });

  it('was not taught the messages it is tested by', () => {
    const known = new Set([...wishes, ...lookAlikes].map((text) => text.toLowerCase()));
    expect([...HELD_BACK, ...INNOCENT].filter((text) => known.has(text.toLowerCase()))).toEqual([]);
    expect(wishes.filter((text) => lookAlikes.includes(text))).toEqual([]);
  });

  it('stands inside any text, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(...wishes))), (parts) => {
        const text = parts.join(' ');
        for (const { start, end } of readHumanRequests(text, taught)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
