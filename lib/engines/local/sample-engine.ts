import { plainTriage } from '@/lib/assist/testing/plain-triage';
import type { Utterance } from '@/lib/domain/conversation';
import type { IntentPolicy } from '@/lib/policies/intent-policy';
import { createLocalEngine } from './engine';

const intent = (id: string, examples: string[]): IntentPolicy => ({
  id,
  title: id.replace('.', ' '),
  description: examples[0] ?? id,
  queue: 'general',
  urgency: 'normal',
  complexity: 'simple',
  changes: false,
  requires: [],
  examples,
  category: id.startsWith('billing') ? 'billing' : id.startsWith('technical') ? 'technical' : 'general',
});

/** A local engine that learnt from a handful of examples: enough to tell them apart, and ready at once. */
export const engine = createLocalEngine({
  intents: [
    intent('billing.dispute-charge', [
      'dispute the late fee on my bill',
      'this charge is wrong',
      'i was billed a fee i do not owe',
      'remove the charge from my invoice',
    ]),
    intent('billing.invoice-copy', [
      'send me a copy of my invoice',
      'i need the pdf of last bill',
      'email me the bill document',
      'where can i download invoices',
    ]),
    intent('technical.internet-down', [
      'my internet is down',
      'no internet connection at all',
      'the gateway light is red and nothing connects',
      'internet stopped working',
    ]),
    intent('technical.tv-problem', [
      'the tv box freezes',
      'no picture on my television',
      'channels are missing on tv',
      'tv screen is black',
    ]),
    intent('general.greeting-or-thanks', ['hi', 'hello there', 'thanks', 'ok thank you', 'bye now']),
  ],
  scope: {
    inside: [],
    outside: [
      'boil an egg',
      'tell a joke',
      'write a poem',
      'weather in Rome',
      'train a puppy',
      'win at chess',
      'feed the goldfish',
      'bake bread',
      'play the guitar',
      'paint a horse',
      'knit a scarf',
      'sing a song',
    ],
  },
  sentiment: {
    frustrated: ['this is terrible', 'i am so angry with you', 'worst service ever', 'still broken, useless'],
    neutral: ['my order number is 5', 'when do you open', 'the box is grey', 'i moved last month'],
    positive: ['thank you so much', 'great help, love it', 'perfect, it works', 'wonderful service'],
  },
});
export const options = { signal: new AbortController().signal };

export const talk = (...lines: [Utterance['role'], string][]): Utterance[] =>
  lines.map(([role, text], i) => ({ turnId: `trn_${i}`, role, text }));
export const triage = plainTriage({
  id: 'billing.dispute-charge',
  category: 'billing',
  title: 'Dispute a charge',
  confidence: 0.8,
});
