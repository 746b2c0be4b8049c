import type { IntentId } from '@/lib/domain/intent';
import type { Question } from './questions';

const none = (intent: IntentId, texts: readonly string[]): Question[] =>
  texts.map((text) => ({ text, intent, articles: [] }));

/** What no article answers: near to what we do, far from it, chatter, and noise. In the words of our own trade as often as not. */
export const BEYOND: readonly Question[] = [
  ...none('general.product-question', [
    'do your gateways work with a car battery',
    'can I mine crypto on the gateway',
    'what programming language is your app written in',
    'is the gateway safe for my parrot',
    'who makes the chips in the TV box',
    'can you send me a brochure in Braille',
    'what is the carbon footprint of a gigabyte',
    'does fiber attract lightning',
    'do you have a plan for my boat in the harbor',
    'can I watch Japanese baseball on a submarine',
    'is there a Larkspur keychain',
    'how many employees do you have',
  ]),
  ...none('general.availability-check', [
    'will you build in Antarctica',
    'fiber for a treehouse',
    'can a food truck get a line',
    'do you serve oil rigs',
  ]),
  ...none('billing.fees-question', [
    'is there a fee for talking to your chief executive',
    'do you charge sales tax on gift baskets',
    'what does a wedding package cost',
    'can my company get a purchase order with net ninety terms',
  ]),
  ...none('billing.make-payment', [
    'can I settle in gold coins',
    'do you accept airline miles',
    'may I pay with a cheque from my grandmother in Norway',
  ]),
  ...none('technical.home-repair-visit', [
    'can you fix my lawn mower',
    'the piano needs tuning',
    'somebody should look at my roof tiles',
    'do you unblock chimneys',
    'my electric scooter has no power',
    'paint the fence please',
  ]),
  ...none('technical.device-setup', [
    'how do I set up my espresso machine',
    'program the garage opener of my neighbor',
    'install Linux on my old laptop',
    'connect a telegraph',
  ]),
  ...none('technical.app-or-website-error', [
    'my banking app shows error 51',
    'the airline website rejects my passport',
    'photo editor crashes when I crop',
  ]),
  ...none('technical.tv-problem', [
    'which actor plays the detective',
    'who wrote the theme tune of the news',
  ]),
  ...none('technical.mobile-problem', ['my phone case is scratched', 'which ringtone is the most popular']),
  ...none('shipping.delivery-options', [
    'can a drone drop it on my balcony',
    'will you deliver a sofa',
    'ship my aunt her medicine',
  ]),
  ...none('returns.return-item', ['return my library books', 'send back the shoes from another shop']),
  ...none('account.update-details', [
    'change the name of my dog at the vet',
    'update my driving licence',
    'tell the tax office that I moved',
  ]),
  ...none('general.offers-and-referrals', ['student fares on the tram', 'a coupon for pizza']),
  ...none('general.greeting-or-thanks', [
    'good morning',
    'ok',
    'thanks a million',
    'you there?',
    'lol',
    'haha nice',
    'bye now',
    'buenas tardes',
    'muchas gracias',
    '???',
    'one moment, someone is at the door',
    'yes that is right',
    'no',
    'let me check and come back',
  ]),
  ...none('general.feedback-or-praise', ['you made my day', 'worst jingle on the radio']),
  ...none('general.greeting-or-thanks', [
    'what is the square root of 144',
    'how do I boil an egg',
    'write my homework about volcanoes',
    'is there life on Mars',
    'what should I name my kitten',
    '¿cómo se hace una tortilla?',
    '¿quién ganó el partido?',
    '¿qué hora es en Tokio?',
    'grk plim fodd',
    'zzzzzzzz',
    'aaaa bbbb cccc dddd',
    '1234567890',
  ]),
  ...none('general.product-question', [
    'I have been thinking about my grandfather, who laid telephone cables in the thirties and told wonderful stories about storms and mules and a bridge that no longer stands. Do you know of any museum where such tools are shown?',
    'My cousin runs a bakery and asked me to ask you, since you seem to know everything, which flour is best for sourdough in a dry climate, and whether a stone helps.',
    'Please recommend three novels for a long train journey, nothing sad, and tell me which to read first.',
  ]),
];
