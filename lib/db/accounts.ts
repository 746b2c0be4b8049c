import { usd } from '../core/money';
import { type Account, accountSchema } from '../domain/customer';
import type { Db } from './handle';

type Json = Record<string, unknown>;

/**
 * The whole account of a customer in one statement: the pipeline reads it on every turn. Lists are newest first and capped.
 * Null when there is no such customer.
 */
export const loadAccount = async (db: Db, customerId: string): Promise<Account | null> => {
  const [row] = await db.$queryRaw<{ account: Json }[]>`
    SELECT jsonb_build_object(
      'customer', jsonb_build_object('id', c.id, 'accountNumber', c.account_number, 'name', c.name, 'tier', c.tier, 'area', c.area, 'language', c.language,
        'vulnerable', c.vulnerable, 'autopay', c.autopay, 'since', c.since, 'priceLockUntil', c.price_lock_until, 'notes', c.notes,
        'email', (SELECT value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'email' ORDER BY p.id LIMIT 1),
        'phone', (SELECT value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'phone' ORDER BY p.id LIMIT 1)),
      'services', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'plan', s.plan, 'price', s.price_minor, 'since', s.since) ORDER BY s.id), '[]') FROM service s WHERE s.customer_id = c.id),
      'devices', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'model', d.model, 'installed', d.installed, 'status', d.status) ORDER BY d.installed DESC, d.id), '[]') FROM device d WHERE d.customer_id = c.id),
      'invoices', (SELECT coalesce(jsonb_agg(i.value), '[]') FROM (
          SELECT jsonb_build_object('id', i.id, 'number', i.number, 'issued', i.issued, 'due', i.due, 'status', i.status, 'total', i.total_minor,
            'charges', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'label', h.label, 'amount', h.amount_minor) ORDER BY h.id), '[]') FROM charge h WHERE h.invoice_id = i.id)) AS value
          FROM invoice i WHERE i.customer_id = c.id ORDER BY i.issued DESC, i.id LIMIT 12) i),
      'payments', (SELECT coalesce(jsonb_agg(p.value), '[]') FROM (
          SELECT jsonb_build_object('id', p.id, 'on', p.on, 'amount', p.amount_minor, 'method', p.method, 'status', p.status) AS value
          FROM payment p WHERE p.customer_id = c.id ORDER BY p.on DESC, p.id LIMIT 12) p),
      'orders', (SELECT coalesce(jsonb_agg(o.value), '[]') FROM (
          SELECT jsonb_build_object('id', o.id, 'number', o.number, 'item', o.item, 'amount', o.amount_minor, 'status', o.status, 'placed', o.placed, 'expected', o.expected) AS value
          FROM "order" o WHERE o.customer_id = c.id ORDER BY o.placed DESC, o.id LIMIT 12) o),
      'visits', (SELECT coalesce(jsonb_agg(v.value), '[]') FROM (
          SELECT jsonb_build_object('id', v.id, 'number', v.number, 'kind', v.kind, 'on', v.on, 'window', v.window, 'status', v.status, 'tripFee', v.trip_fee_minor) AS value
          FROM visit v WHERE v.customer_id = c.id ORDER BY v.on DESC, v.id LIMIT 12) v),
      'credits', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'on', k.on, 'amount', k.amount_minor) ORDER BY k.on DESC, k.id), '[]') FROM credit k WHERE k.customer_id = c.id),
      'history', (SELECT coalesce(jsonb_agg(h.value), '[]') FROM (
          SELECT jsonb_build_object('conversationId', h.id, 'on', (h.opened_at AT TIME ZONE 'UTC')::date, 'channel', h.channel, 'intent', h.intent, 'outcome', h.outcome, 'csat', h.csat) AS value
          FROM conversation h WHERE h.customer_id = c.id AND h.state = 'closed' ORDER BY h.last_turn_at DESC LIMIT 10) h)
    ) AS account
    FROM customer c WHERE c.id = ${customerId}`;
  return row ? toAccount(row.account) : null;
};

const withMoney = (list: unknown, ...keys: string[]): Json[] =>
  (list as Json[]).map((item) => ({
    ...item,
    ...Object.fromEntries(keys.map((key) => [key, usd(item[key] as number)])),
  }));

const toAccount = (raw: Json): Account =>
  accountSchema.parse({
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
  });
