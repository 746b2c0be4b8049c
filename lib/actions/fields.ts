import { z } from 'zod';
import type { ToolField } from '../contracts/actions';
import { formatMoney, usd } from '../core/money';
import { doublePaymentsOf } from './billing/double-payments';
import type { Target } from './tool';

type Option = ToolField['options'][number];

/** Parameters that name something of the account or the price list, and what there is to choose from. */
const CHOICES: Record<string, (target: Target) => Option[]> = {
  order: ({ account }) =>
    account.orders.map(({ number, item, status }) => ({
      value: number,
      label: `${number} · ${item} (${status})`,
    })),
  visit: ({ account }) =>
    account.visits.map(({ number, kind, on, window, status }) => ({
      value: number,
      label: `${number} · ${kind} on ${on}, ${window} (${status})`,
    })),
  invoice: ({ account }) =>
    account.invoices.map(({ number, total, issued }) => ({
      value: number,
      label: `${number} · ${formatMoney(total)} of ${issued}`,
    })),
  charge: ({ account }) => [
    ...doublePaymentsOf(account).map(({ id, amount, on }) => ({
      value: id,
      label: `Paid twice · ${formatMoney(usd(amount))} on ${on}`,
    })),
    ...account.invoices.flatMap(({ number, charges }) =>
      charges
        .filter(({ amount }) => amount.minor > 0)
        .map(({ id, label, amount }) => ({
          value: id,
          label: `${label} · ${formatMoney(amount)} on ${number}`,
        })),
    ),
  ],
  service: ({ account }) =>
    account.services.map(({ id, plan, status }) => ({ value: id, label: `${plan} (${status})` })),
  plan: ({ pricing }) =>
    pricing.plans.map(({ name, price }) => ({
      value: name,
      label: `${name} · $${price.toFixed(2)} a month`,
    })),
  about: (target) => ['order', 'visit', 'invoice'].flatMap((name) => CHOICES[name]?.(target) ?? []),
  pool: ({ pools }) => pools.map(({ id, title }) => ({ value: id, label: title })),
  window: ({ pricing }) => pricing.visits.windows.map((window) => ({ value: window, label: window })),
  model: ({ pricing }) => pricing.visits.models.map(({ id, title }) => ({ value: id, label: title })),
  symptom: ({ pricing }) => pricing.visits.symptoms.map(({ id, title }) => ({ value: id, label: title })),
};

interface JsonSchema {
  type?: string;
  format?: string;
  title?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

/** The part of a schema that is not "or nothing". */
const something = (schema: JsonSchema): JsonSchema => {
  const parts = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const [only] = parts;
  return only !== undefined && parts.length === 1
    ? { ...only, ...(schema.title ? { title: schema.title } : {}) }
    : schema;
};

const KINDS: Record<string, ToolField['kind']> = { number: 'amount', integer: 'whole', boolean: 'yes-no' };

const titleOf = (name: string): string => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The form of a tool, as its parameters describe themselves: choices are things of this account. */
export const fieldsOf = (params: z.ZodType, target: Target): ToolField[] => {
  const schema = z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {})
    .filter(([, member]) => member.const === undefined)
    .map(([name, member]) => {
      const field = something(member);
      const options =
        field.enum?.map((value) => ({ value: String(value), label: titleOf(String(value)) })) ??
        CHOICES[name]?.(target) ??
        [];
      const kind =
        field.enum !== undefined || CHOICES[name] !== undefined
          ? 'choice'
          : field.format === 'date'
            ? 'date'
            : (KINDS[field.type ?? ''] ?? 'text');
      return { name, title: field.title ?? titleOf(name), kind, required: required.has(name), options };
    });
};
