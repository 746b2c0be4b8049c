import { beforeAll, describe, expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { talk } from '../sample-engine';
import { findIssues } from './find-issues';
import { type IntentModel, intentModel } from './intent-model';

let model: IntentModel;
let bar = 1;
beforeAll(async () => {
  const policies = await loadPolicies('policies');
  model = intentModel(policies);
  bar = policies.agents.thresholds.secondary_intent;
}, 60_000);

const SPANISH = /[áéíóúñ]/u;

/** What the console shows: the first intent, and the others above the policy's bar. */
const shown = (...lines: Parameters<typeof talk>): string[] => {
  const language = lines.some(([, text]) => SPANISH.test(text)) ? 'es' : 'en';
  return findIssues(model, talk(...lines), language)
    .filter(({ confidence }, at) => at === 0 || confidence >= bar)
    .map(({ id }) => id);
};

const SEVERAL: [string, string[]][] = [
  [
    'my bill is wrong and the internet is down, also where is my router',
    ['technical.internet-down', 'billing.dispute-charge', 'shipping.track-order'],
  ],
  [
    'The internet keeps dropping every evening. And you charged me twice in May.',
    ['technical.intermittent-connection', 'billing.duplicate-charge'],
  ],
  [
    'my tv box is frozen, plus i need a copy of my last invoice',
    ['technical.tv-problem', 'billing.invoice-copy'],
  ],
  [
    'Please move my visit to Friday. Also, how do I change the card you charge?',
    ['technical.visit-reschedule', 'billing.payment-method'],
  ],
  [
    'I want to return the old gateway and my refund from last month is still missing',
    ['returns.return-item', 'returns.refund-status'],
  ],
  [
    'We are moving house in June, and my wife forgot her password for the account',
    ['account.move-home', 'account.sign-in-problem'],
  ],
  [
    'wifi does not reach the attic. another thing: can i pay my bill over the phone?',
    ['technical.wifi-coverage', 'billing.make-payment'],
  ],
  [
    'my order never came and the late fee on my bill should not be there',
    ['shipping.late-delivery', 'billing.dispute-charge'],
  ],
  [
    'cancel my tv package please. and what happened to the credit you promised me?',
    ['account.cancel-service', 'billing.credit-or-discount-missing'],
  ],
  [
    'The mesh point arrived broken. Besides that, my phone has had no signal since Monday.',
    ['returns.damaged-or-wrong-item', 'technical.mobile-problem'],
  ],
  [
    'hi, two things: the internet is very slow today, and i would like to upgrade my plan',
    ['technical.slow-internet', 'account.change-plan'],
  ],
  [
    'There is a charge on my card I do not recognise. Also the technician never showed up.',
    ['billing.unrecognised-charge', 'technical.visit-reschedule'],
  ],
  [
    'Unsubscribe me from your newsletter, and update my email address while you are at it',
    ['general.newsletter', 'account.update-details'],
  ],
  [
    'my dishwasher is leaking and needs a repair, also is there an outage? nothing loads here',
    ['technical.home-repair-visit', 'technical.outage-status'],
  ],
  [
    'Where is my order? And can it go to my office instead of my home?',
    ['shipping.track-order', 'shipping.change-delivery-address'],
  ],
  [
    "I can't pay my bill this month. Also my internet drops all the time.",
    ['billing.payment-arrangement', 'technical.intermittent-connection'],
  ],
  [
    'app keeps crashing when I open it; and I think somebody hacked my account',
    ['technical.app-or-website-error', 'account.security-concern'],
  ],
  [
    'How long does shipping take? Also what is your return policy?',
    ['shipping.delivery-options', 'returns.returns-policy'],
  ],
  [
    'why did my bill go up? and do you have any discounts for existing customers',
    ['billing.bill-explanation', 'general.offers-and-referrals'],
  ],
  [
    'I need help setting up the new gateway. On top of that my payment was declined.',
    ['technical.device-setup', 'billing.payment-failed'],
  ],
  [
    'please delete all data you hold about me and close my account',
    ['account.privacy-request', 'account.close-account'],
  ],
  [
    'The update broke my TV box. Separately, I want to exchange the remote for a new one.',
    ['technical.software-update', 'returns.exchange-item'],
  ],
  [
    'do you offer fiber in Marlow Bay? also what are your opening hours',
    ['general.availability-check', 'general.contact-and-hours'],
  ],
  [
    'I paid on Monday and it still says unpaid. One more thing, my voicemail PIN needs changing.',
    ['billing.missing-payment', 'account.change-pin-or-security'],
  ],
  [
    'add my daughter to the account, and is there a fee for an extra line?',
    ['account.manage-users', 'billing.fees-question'],
  ],
  [
    'Your staff was very rude to me, I want to complain. I also want my money back.',
    ['general.complaint', 'returns.refund-request'],
  ],
  [
    'cancel the order I placed today as well as my appointment with the technician on Friday',
    ['shipping.change-or-cancel-order', 'technical.visit-reschedule'],
  ],
  [
    'no internet since this morning\n\ninvoice for march please',
    ['technical.internet-down', 'billing.invoice-copy'],
  ],
  [
    'Hello! I hope you are well. My internet is down. My verification code never arrives either.',
    ['technical.internet-down', 'account.verification-problem'],
  ],
  [
    'What does the 1 gig plan cost, and do you deliver the router to Alaska?',
    ['general.plans-and-quotes', 'shipping.delivery-coverage'],
  ],
  [
    'mi factura está muy alta y además no tengo internet desde ayer',
    ['billing.bill-explanation', 'technical.internet-down'],
  ],
];

const ONE: [string, string][] = [
  [
    'my internet has been very slow all week, I restarted the gateway twice and it made no difference',
    'technical.slow-internet',
  ],
  [
    'I was charged a late fee of 15 dollars although I paid on the first. Please take it off.',
    'billing.dispute-charge',
  ],
  [
    'Hi there, I ordered a mesh point last Tuesday. The page says it shipped. When will it get here?',
    'shipping.track-order',
  ],
  [
    'the technician was supposed to come between 8 and 10. It is now noon. Nobody called me.',
    'technical.visit-reschedule',
  ],
  [
    'I forgot my password. I asked for a reset mail three times and nothing arrives. What now?',
    'account.sign-in-problem',
  ],
  [
    'We are moving to Stonebridge on the 3rd. The new place has no line yet. What do you need from me?',
    'account.move-home',
  ],
  [
    'My TV box shows error E-17. I unplugged it for a minute. The light is amber now.',
    'technical.tv-problem',
  ],
  [
    'I would like to cancel my mobile line. My number goes to another company. Is there a fee?',
    'account.cancel-service',
  ],
];

const COURTESIES = [
  'thanks',
  'ok',
  'hello?',
  'ok thank you so much',
  'great',
  'yes',
  'hi again',
  'gracias',
  'perfect, bye',
];

describe('a message with several matters', () => {
  it.each(SEVERAL)('%s', (text, wanted) => {
    expect(shown(['customer', text])).toEqual(expect.arrayContaining(wanted));
  });
});

describe('a message with one matter', () => {
  it.each(ONE)('%s', (text, wanted) => {
    expect(shown(['customer', text])).toEqual([wanted]);
  });
});

describe('a courtesy', () => {
  it.each(COURTESIES)('keeps the matter at hand: %s', (text) => {
    const opening: Parameters<typeof talk>[number][] = [
      ['customer', 'My TV box is frozen and the remote does nothing'],
      ['rep', 'Sorry about that. I have sent a restart to the box.'],
    ];
    expect(shown(...opening, ['customer', text])).toEqual(shown(...opening));
    expect(shown(...opening)[0]).toBe('technical.tv-problem');
  });

  it.each(['hello', 'good evening', 'thanks, bye'])(
    'is what it is about when there is nothing else: %s',
    (text) => {
      expect(shown(['customer', text])).toEqual(['general.greeting-or-thanks']);
    },
  );
});

describe('the whole conversation', () => {
  it('keeps both matters of the opening while one of them is talked over', () => {
    const found = shown(
      ['customer', 'The internet keeps dropping every evening. And you charged me twice in May.'],
      ['rep', 'Let us look at the drops first. Which lights are on?'],
      ['customer', 'the second one blinks orange'],
      ['rep', 'Thank you. And since when?'],
      ['customer', 'since last week or so'],
    );
    expect(found).toEqual(
      expect.arrayContaining(['technical.intermittent-connection', 'billing.duplicate-charge']),
    );
  });

  it('hears a matter that is added later, and remembers the first', () => {
    const found = shown(
      ['customer', 'my wifi does not reach the attic'],
      ['rep', 'A mesh point would help. I can send one.'],
      ['customer', 'good. one more thing, can you send me a copy of my last invoice?'],
    );
    expect(found[0]).toBe('billing.invoice-copy');
    expect(found).toContain('technical.wifi-coverage');
  });

  it('reads a problem that is told in pieces', () => {
    const found = shown(
      ['customer', 'hi'],
      ['customer', 'i have a problem'],
      ['customer', 'it says my card was declined'],
      ['customer', 'when i try to pay the bill'],
    );
    expect(found[0]).toBe('billing.payment-failed');
  });
});
