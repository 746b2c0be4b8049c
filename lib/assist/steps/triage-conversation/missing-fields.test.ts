import { describe, expect, test } from 'vitest';
import type { Account } from '@/lib/domain/customer';
import type { RequiredField } from '@/lib/domain/intent';
import { loadPolicies } from '@/lib/policies/load';
import { focusOf } from '../../facts/focus';
import { plainAccount } from '../../testing/pipeline-case';
import { entitiesOf } from './find-entities';
import { missingFields } from './missing-fields';

const { intents } = await loadPolicies('policies');

const visit = (
  id: string,
  on: string,
  kind: Account['visits'][number]['kind'],
): Account['visits'][number] => ({
  id,
  number: `VIS-5824${id.length}`,
  kind,
  on,
  window: '8-10',
  status: 'booked',
  tripFee: { minor: 0, currency: 'USD' },
  technician: null,
  model: null,
  symptom: null,
  part: null,
});
/** 2027-03-12 is a Friday. */
const oneVisit: Account = { ...plainAccount, visits: [visit('a', '2027-03-12', 'wifi')] };
const twoVisits: Account = {
  ...plainAccount,
  visits: [visit('a', '2027-03-12', 'wifi'), visit('bb', '2027-03-16', 'appliance')],
};
const stranger: Account = { ...plainAccount, customer: { ...plainAccount.customer, area: null } };

type Line = ['customer' | 'rep', string];
const isMissing = (
  intent: string,
  field: RequiredField,
  lines: readonly Line[],
  account: Account = stranger,
): boolean => {
  const policy = intents.find(({ id }) => id === intent);
  if (!policy) throw new Error(`${intent} is no intent`);
  const asking = policy.requires.some((required) => required.field === field)
    ? policy
    : { ...policy, requires: [{ field, ask: 'Which?' }] };
  const utterances = lines.map(([role, text], at) => ({ turnId: `trn_${at}`, role, text }));
  const entities = entitiesOf(utterances, account);
  const said = utterances
    .filter(({ role }) => role === 'customer')
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();
  const focus = focusOf(account, entities, intent, said);
  return missingFields(asking, { account, focus, entities, utterances, said }).some(
    (one) => one.field === field,
  );
};

const RESCHEDULE = 'technical.visit-reschedule';
const SLOW = 'technical.slow-internet';

type Row = [RequiredField, string, boolean, string, Account?];
const ROWS: Row[] = [
  // A day that is still to come.
  ['date', 'can he come some afternoon instead', true, RESCHEDULE],
  ['date', 'could it be in three days', true, RESCHEDULE],
  ['date', 'any day next week is good', true, RESCHEDULE],
  ['date', 'as soon as possible please', true, RESCHEDULE],
  ['date', 'the 14th would suit me', true, RESCHEDULE],
  ['date', 'mornings only', true, RESCHEDULE],
  ['date', 'move it to Monday', true, RESCHEDULE],
  ['date', 'I need to move my visit', false, RESCHEDULE],
  ['date', 'the visit on Friday does not suit me', false, RESCHEDULE, oneVisit],
  ['date', 'not Friday, Tuesday is better', true, RESCHEDULE, oneVisit],
  ['date', 'it has been broken since yesterday, move the visit', false, RESCHEDULE],
  ['date', 'cualquier tarde me sirve', true, RESCHEDULE],
  ['date', 'mejor la próxima semana', true, RESCHEDULE],
  ['date', 'quiero cambiar la visita', false, RESCHEDULE],
  ['date', 'la visita del viernes no me viene bien', false, RESCHEDULE, oneVisit],
  ['date', 'cancel at the end of the month', true, 'account.cancel-service'],
  ['date', 'cancel it right away', true, 'account.cancel-service'],
  ['date', 'I was cut off last week and want to cancel', false, 'account.cancel-service'],
  ['date', 'cancélelo a fin de mes', true, 'account.cancel-service'],
  ['date', 'I can pay the rest in two weeks', true, 'billing.payment-arrangement'],
  ['date', 'puedo pagar en dos semanas', true, 'billing.payment-arrangement'],
  ['date', 'I cannot pay all of it', false, 'billing.payment-arrangement'],
  // A day that is over.
  ['date', 'I sent it back two weeks ago', true, 'returns.refund-status'],
  ['date', 'lo devolví hace diez días', true, 'returns.refund-status'],
  ['date', 'tracking says the 5th', true, 'shipping.missing-package'],
  ['date', 'the box never came', false, 'shipping.missing-package'],
  ['date', 'I paid yesterday', true, 'billing.missing-payment'],
  ['date', 'my payment is not there', false, 'billing.missing-payment'],
  // A device.
  ['device', 'the tablet mostly, upstairs', true, SLOW],
  ['device', "my grandson's laptop complains", true, SLOW],
  ['device', 'every device, wired too', true, SLOW],
  ['device', 'it is slow on everything', true, SLOW],
  ['device', 'my internet is slow', false, SLOW],
  ['device', 'en la computadora y en el celular', true, SLOW],
  ['device', 'está lento todo el día', false, SLOW],
  ['device', 'I use Firefox', true, 'technical.app-or-website-error'],
  ['device', 'the page does not load', false, 'technical.app-or-website-error'],
  // A visit.
  ['visit', 'the wifi visit', true, RESCHEDULE, twoVisits],
  ['visit', 'the appliance appointment has to move', true, RESCHEDULE, twoVisits],
  ['visit', 'my visit has to move', false, RESCHEDULE, twoVisits],
  ['visit', 'my visit has to move', true, RESCHEDULE, oneVisit],
  ['visit', 'VIS-58241', true, RESCHEDULE, twoVisits],
  ['visit', 'the man coming on Thursday', true, RESCHEDULE],
  ['visit', 'la cita del jueves', true, RESCHEDULE],
  ['visit', 'I want another time', false, RESCHEDULE],
  // Words stand alone.
  ['lights', 'the light is orange', true, 'technical.internet-down'],
  ['lights', 'I ordered it last week', false, 'technical.internet-down'],
  ['lights', 'la luz parpadea', true, 'technical.internet-down'],
  ['steps_tried', 'I restarted it twice', true, SLOW],
  ['steps_tried', 'ya lo reinicié', true, SLOW],
  ['steps_tried', 'it is just slow', false, SLOW],
  ['item', 'the remote came broken', true, 'returns.damaged-or-wrong-item'],
  ['item', 'it is in the kitchen', false, 'returns.damaged-or-wrong-item'],
  ['payment_method', 'con tarjeta', true, 'billing.make-payment'],
  ['payment_method', 'the money was discarded', false, 'billing.make-payment'],
  ['location', 'in the bedroom upstairs', true, 'technical.wifi-coverage'],
  ['location', 'en la cocina', true, 'technical.wifi-coverage'],
  ['location', 'it is an official complaint', false, 'technical.wifi-coverage'],
];

describe('a field that was told is not asked for', () => {
  test.each(ROWS)('%s in "%s": %s (%s)', (field, says, told, intent, account) => {
    expect(isMissing(intent, field, [['customer', says]], account)).toBe(!told);
  });

  const offer: Line[] = [
    ['customer', 'can the visit move'],
    ['rep', 'I have two to four, two days later. Would that suit you?'],
  ];
  test('a day that the rep offered and the customer took is told', () => {
    expect(isMissing(RESCHEDULE, 'date', [...offer, ['customer', 'Two to four is grand.']])).toBe(false);
    expect(isMissing(RESCHEDULE, 'date', [...offer, ['customer', 'yes please']])).toBe(false);
  });
  test('one that was offered and not taken is still asked for', () => {
    expect(isMissing(RESCHEDULE, 'date', offer)).toBe(true);
    expect(isMissing(RESCHEDULE, 'date', [...offer, ['customer', 'no, I am at work then']])).toBe(true);
  });
});
