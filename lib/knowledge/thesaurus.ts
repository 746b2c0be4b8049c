import { pairOf, termsOf } from './terms';

/** Words a customer uses and the ones a help page uses, in any support organisation; `policies/knowledge.yaml` adds its own. */
const COMMON: readonly (readonly string[])[] = [
  ['bill', 'invoice', 'statement'],
  ['refund', 'reimbursement', 'reimburse', 'money back', 'restitution', 'compensation', 'rebate'],
  ['cancel', 'terminate', 'end service', 'quit', 'stop service'],
  ['close account', 'delete account', 'remove account', 'deactivate account'],
  ['purchase', 'order', 'buy', 'bought'],
  ['delivery', 'shipping', 'shipment', 'ship', 'deliver'],
  ['arrive', 'deliver', 'received', 'came'],
  ['package', 'parcel', 'shipment'],
  ['track', 'whereabouts', 'eta', 'trace', 'locate'],
  ['late', 'delayed', 'overdue', 'supposed'],
  ['sign up', 'register', 'registration', 'create account', 'open account'],
  ['sign in', 'log in', 'login', 'signin', 'logon', 'access account'],
  ['password', 'passcode', 'credentials', 'pin'],
  ['user', 'roommate', 'spouse', 'family member'],
  ['representative', 'agent', 'human', 'person', 'operator'],
  ['support', 'assistance', 'customer service'],
  ['fee', 'charge', 'cost', 'price', 'surcharge'],
  ['charge', 'billed', 'debited'],
  ['payment', 'pay', 'paid'],
  ['instalment', 'installment', 'payment plan', 'payment arrangement', 'extension', 'split'],
  ['due', 'owe', 'owed'],
  ['slow', 'sluggish', 'crawl', 'laggy', 'buffering'],
  ['lag', 'ping', 'latency'],
  ['outage', 'down', 'blackout', 'offline'],
  ['drop', 'disconnect', 'intermittent', 'cut out', 'unstable'],
  ['freeze', 'frozen', 'froze', 'stuck', 'hang'],
  ['crash', 'not working', 'error'],
  ['technician', 'engineer', 'repairman', 'tech'],
  ['visit', 'appointment', 'come out'],
  ['nobody came', 'nobody showed', 'missed visit', 'missed window', 'missed appointment'],
  ['reschedule', 'postpone', 'move visit', 'push'],
  ['broken', 'damaged', 'faulty', 'defective', 'cracked', 'smashed', 'died', 'dead'],
  ['warranty', 'covered', 'guarantee'],
  ['wrong', 'incorrect', 'mistake', 'error', 'false'],
  ['twice', 'double', 'duplicate', 'two time'],
  ['lost', 'missing', 'stolen', 'vanished', 'disappeared'],
  ['return', 'send back', 'sent back', 'ship back'],
  ['discount', 'coupon', 'promo', 'promotion', 'deal', 'offer', 'save money'],
  ['bundle', 'together', 'combine'],
  ['credit', 'money off', 'compensation'],
  ['moving', 'relocate', 'new house', 'new apartment'],
  ['address', 'office', 'somewhere else'],
  ['transfer', 'port', 'bring', 'carrier'],
  ['abroad', 'overseas', 'foreign', 'roaming', 'travel', 'flying'],
  ['phishing', 'scam', 'spoof', 'fake'],
  ['takeover', 'hacked', 'compromised', 'break in', 'unauthorized', 'permission'],
  ['legal', 'lawyer', 'attorney', 'sue', 'court'],
  ['calm', 'upset', 'angry', 'furious', 'de escalation', 'escalation'],
  ['email', 'mail'],
  ['phone', 'cell', 'cellphone', 'mobile', 'smartphone'],
  ['higher', 'high', 'expensive', 'jump', 'increase', 'went up'],
  ['declined', 'rejected', 'refused', 'bounced'],
  ['copy', 'pdf', 'download'],
  ['receipt', 'proof'],
  ['newsletter', 'mailing'],
  ['feedback', 'review', 'comment'],
  ['complaint', 'complain', 'grievance'],
  ['change', 'modify', 'edit', 'update', 'alter'],
  ['place', 'spot', 'location', 'put'],
  ['install', 'set up', 'setup', 'hook'],
  ['pause', 'hold', 'suspend'],
];

/** Other terms (or pairs of terms) that mean what a term does. */
export type Thesaurus = ReadonlyMap<string, readonly string[]>;

const keyOf = (phrase: string): string | null => {
  const [first, second, third] = termsOf(phrase);
  if (first === undefined || third !== undefined) return null;
  return second === undefined ? first : pairOf(first, second);
};

/** Groups of phrases of one or two content words, ours and a policy's; longer phrases and those of stop words alone are left out. */
export const thesaurusOf = (groups: readonly (readonly string[])[]): Thesaurus => {
  const others = new Map<string, Set<string>>();
  for (const group of [...COMMON, ...groups]) {
    const keys = [...new Set(group.map(keyOf).filter((key) => key !== null))];
    for (const key of keys) {
      const known = others.get(key) ?? new Set<string>();
      for (const other of keys) if (other !== key) known.add(other);
      others.set(key, known);
    }
  }
  return new Map([...others].map(([key, set]) => [key, [...set]]));
};
