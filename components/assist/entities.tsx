import { Link2 } from 'lucide-react';
import type { Entity, EntityType } from '@/lib/domain/triage';
import { JumpButton } from './jump-button';

const NAMES: Record<EntityType, string> = {
  order_id: 'Order',
  invoice_id: 'Bill',
  visit_id: 'Visit',
  account_number: 'Account',
  amount: 'Amount',
  date: 'Date',
  email: 'Email',
  phone: 'Phone',
  credit_card: 'Card',
  iban: 'IBAN',
  ssn: 'SSN',
  ip: 'IP',
  zip: 'ZIP',
  person: 'Person',
  address: 'Address',
  device: 'Device',
};

const SECRET: ReadonlySet<EntityType> = new Set(['credit_card', 'iban', 'ssn']);

/** The last four characters are enough to know which one it is. */
const shown = ({ type, value }: Entity): string => (SECRET.has(type) ? `•••• ${value.slice(-4)}` : value);

/** Each thing named once, however often it was said. */
const distinct = (entities: readonly Entity[]): Entity[] => [
  ...new Map(entities.map((entity) => [`${entity.type} ${entity.value.toLowerCase()}`, entity])).values(),
];

export const Entities = ({ entities }: { entities: readonly Entity[] }) => (
  <ul aria-label="Named by the customer" className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
    {distinct(entities).map((entity) => (
      <li key={`${entity.type} ${entity.value}`} className="flex min-w-0 items-center gap-1">
        <span className="text-faint">{NAMES[entity.type]}</span>
        <JumpButton turnId={entity.turnId} className="truncate">
          {shown(entity)}
        </JumpButton>
        {entity.refersTo === null ? null : (
          <Link2 role="img" aria-label="On this account" className="size-3 shrink-0 text-ok" />
        )}
      </li>
    ))}
  </ul>
);
