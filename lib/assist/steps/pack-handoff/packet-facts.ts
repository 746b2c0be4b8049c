import { formatMoney } from '../../../core/money';
import type { AccountFact } from '../../../domain/customer';
import type { Category } from '../../../domain/intent';
import type { PackInput } from './schema';

const BILL = ['invoice.number', 'invoice.total', 'invoice.due_date', 'charge.label', 'charge.amount'];
const ORDER = ['order.number', 'order.item', 'order.status', 'order.expected_date'];
const VISIT = ['visit.number', 'visit.date', 'visit.window'];
const FAULT = ['outage.number', 'outage.restore_time', 'device.model'];
const PLAN = ['service.plan', 'service.price'];

/** Facts a lead looks for, by what it is about, the first needed first. */
const BY_CATEGORY: Readonly<Record<Category, readonly string[]>> = {
  billing: [...BILL, 'service.plan'],
  technical: [...FAULT, 'service.plan', ...VISIT],
  account: [...PLAN, 'invoice.number', 'invoice.total'],
  shipping: ORDER,
  returns: [...ORDER, 'invoice.number', 'charge.label', 'charge.amount'],
  general: PLAN,
};

/** Any of these tells which thing it is about, and what that thing is called when none does. */
const NEEDED: Readonly<Record<Category, { keys: readonly string[]; name: string } | null>> = {
  billing: { keys: ['invoice.number'], name: 'which bill' },
  technical: {
    keys: ['device.model', 'outage.number', 'visit.number', 'service.plan'],
    name: 'which device or service',
  },
  account: { keys: ['service.plan', 'customer.account_number'], name: 'which account' },
  shipping: { keys: ['order.number'], name: 'which order' },
  returns: { keys: ['order.number', 'device.model'], name: 'which order or device' },
  general: null,
};

/** The bill that was named last by either side, where nothing else points at one. */
const billSpokenOf = ({ facts, account, utterances }: PackInput): AccountFact[] => {
  if (facts.some(({ key }) => key === 'invoice.number')) return [];
  const said = utterances.map(({ text }) => text).join('\n');
  const lastPlace = (number: string): number => said.lastIndexOf(number);
  const [bill] = account.invoices
    .filter(({ number }) => lastPlace(number) >= 0)
    .sort((a, b) => lastPlace(b.number) - lastPlace(a.number));
  return bill
    ? [
        { key: 'invoice.number', label: 'Bill', value: bill.number },
        { key: 'invoice.total', label: 'Bill total', value: formatMoney(bill.total, 'en-US') },
      ]
    : [];
};

/** The facts that this intent and the others in it need, those of the main one first; and anything whose number was said. */
export const packetFacts = (input: PackInput): AccountFact[] => {
  const { facts, triage, utterances } = input;
  const known = [...facts, ...billSpokenOf(input)];
  const said = known.filter(
    ({ key, value }) => key.endsWith('.number') && utterances.some(({ text }) => text.includes(value)),
  );
  const keys = new Set([
    'customer.account_number',
    ...[triage.intent, ...triage.secondary].flatMap(({ category }) => BY_CATEGORY[category]),
    ...said.map(({ key }) => key),
  ]);
  return [...keys].flatMap((key) => known.filter((fact) => fact.key === key));
};

/** What the intent is about and no fact names; null when nothing is needed or one does. */
export const missingFact = (category: Category, facts: readonly AccountFact[]): string | null => {
  const needed = NEEDED[category];
  return needed === null || facts.some(({ key }) => needed.keys.includes(key)) ? null : needed.name;
};
