import { usd } from '../core/money';
import type { Account } from '../domain/customer';
import { Prisma } from './generated/client';
import type { Db } from './handle';

export type Json = Record<string, unknown>;

/** The whole account of customer `k` as JSON. Lists are newest first and capped. `toAccount` makes an account of it. */
export const ACCOUNT = Prisma.sql`
  jsonb_build_object(
    'customer', jsonb_build_object('id', k.id, 'accountNumber', k.account_number, 'name', k.name, 'tier', k.tier, 'area', k.area, 'language', k.language,
      'vulnerable', k.vulnerable, 'autopay', k.autopay, 'since', k.since, 'priceLockUntil', k.price_lock_until, 'notes', k.notes,
      'email', (SELECT value FROM contact_point p WHERE p.customer_id = k.id AND p.kind = 'email' ORDER BY p.id LIMIT 1),
      'phone', (SELECT value FROM contact_point p WHERE p.customer_id = k.id AND p.kind = 'phone' ORDER BY p.id LIMIT 1)),
    'services', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'plan', s.plan, 'price', s.price_minor, 'since', s.since) ORDER BY s.id), '[]') FROM service s WHERE s.customer_id = k.id),
    'devices', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'model', d.model, 'installed', d.installed, 'status', d.status) ORDER BY d.installed DESC, d.id), '[]') FROM device d WHERE d.customer_id = k.id),
    'invoices', (SELECT coalesce(jsonb_agg(i.value), '[]') FROM (
        SELECT jsonb_build_object('id', i.id, 'number', i.number, 'issued', i.issued, 'due', i.due, 'status', i.status, 'total', i.total_minor,
          'charges', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'label', h.label, 'amount', h.amount_minor) ORDER BY h.id), '[]') FROM charge h WHERE h.invoice_id = i.id)) AS value
        FROM invoice i WHERE i.customer_id = k.id ORDER BY i.issued DESC, i.id LIMIT 12) i),
    'payments', (SELECT coalesce(jsonb_agg(p.value), '[]') FROM (
        SELECT jsonb_build_object('id', p.id, 'on', p.on, 'amount', p.amount_minor, 'method', p.method, 'status', p.status) AS value
        FROM payment p WHERE p.customer_id = k.id ORDER BY p.on DESC, p.id LIMIT 12) p),
    'orders', (SELECT coalesce(jsonb_agg(o.value), '[]') FROM (
        SELECT jsonb_build_object('id', o.id, 'number', o.number, 'item', o.item, 'amount', o.amount_minor, 'status', o.status, 'placed', o.placed, 'expected', o.expected) AS value
        FROM "order" o WHERE o.customer_id = k.id ORDER BY o.placed DESC, o.id LIMIT 12) o),
    'visits', (SELECT coalesce(jsonb_agg(v.value), '[]') FROM (
        SELECT jsonb_build_object('id', v.id, 'number', v.number, 'kind', v.kind, 'on', v.on, 'window', v.window, 'status', v.status, 'tripFee', v.trip_fee_minor) AS value
        FROM visit v WHERE v.customer_id = k.id ORDER BY v.on DESC, v.id LIMIT 12) v),
    'credits', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'on', r.on, 'amount', r.amount_minor) ORDER BY r.on DESC, r.id), '[]') FROM credit r WHERE r.customer_id = k.id),
    'history', (SELECT coalesce(jsonb_agg(h.value), '[]') FROM (
        SELECT jsonb_build_object('conversationId', h.id, 'on', (h.opened_at AT TIME ZONE 'UTC')::date, 'channel', h.channel, 'intent', h.intent, 'outcome', h.outcome, 'csat', h.csat) AS value
        FROM conversation h WHERE h.customer_id = k.id AND h.state = 'closed' ORDER BY h.last_turn_at DESC LIMIT 10) h)
  )`;

/** Null when there is no such customer. */
export const loadAccount = async (db: Db, customerId: string): Promise<Account | null> => {
  const [row] = await db.$queryRaw<
    { account: Json }[]
  >`SELECT ${ACCOUNT} AS account FROM customer k WHERE k.id = ${customerId}`;
  return row ? toAccount(row.account) : null;
};

const withMoney = (list: unknown, ...keys: string[]): Json[] =>
  (list as Json[]).map((item) => ({
    ...item,
    ...Object.fromEntries(keys.map((key) => [key, usd(item[key] as number)])),
  }));

/** Not parsed: it is what this file selects, and the pipeline reads it on every turn. */
export const toAccount = (raw: Json): Account =>
  ({
    ...raw,
    services: withMoney(raw.services, 'price'),
    invoices: withMoney(raw.invoices, 'total').map((invoice) => ({
      ...invoice,
      charges: withMoney(invoice.charges, 'amount'),
    })),
    payments: withMoney(raw.payments, 'amount'),
    orders: withMoney(raw.orders, 'amount'),
    visits: withMoney(raw.visits, 'tripFee'),
    credits: withMoney(raw.credits, 'amount'),
  }) as unknown as Account;
