import { usd } from '../core/money';
import type { Account } from '../domain/customer';
import { Prisma } from './generated/client';
import type { Db } from './handle';

export type Json = Record<string, unknown>;

/** The whole account of customer `k` as JSON. Lists are newest first and capped; credits that were taken back are left out, and services that ended while others go on: an account with nothing but those is closed. `toAccount` makes an account of it. */
export const ACCOUNT = Prisma.sql`
  jsonb_build_object(
    'customer', jsonb_build_object('id', k.id, 'accountNumber', k.account_number, 'name', k.name, 'tier', k.tier, 'area', k.area, 'zip', k.zip, 'language', k.language,
      'vulnerable', k.vulnerable, 'autopay', k.autopay, 'since', k.since, 'priceLockUntil', k.price_lock_until, 'offersAllowed', k.offers_allowed, 'notes', k.notes,
      'email', (SELECT value FROM contact_point p WHERE p.customer_id = k.id AND p.kind = 'email' ORDER BY p.id LIMIT 1),
      'phone', (SELECT value FROM contact_point p WHERE p.customer_id = k.id AND p.kind = 'phone' ORDER BY p.id LIMIT 1)),
    'services', (SELECT coalesce(jsonb_agg(s.value ORDER BY s.id) FILTER (WHERE NOT s.ended OR s.all_ended), '[]') FROM (
        SELECT s.id, e.ended, bool_and(e.ended) OVER () AS all_ended,
          jsonb_build_object('id', s.id, 'kind', s.kind, 'plan', s.plan, 'price', s.price_minor, 'since', s.since,
            'status', CASE WHEN e.ended THEN 'ended' ELSE s.status END, 'endsOn', s.ends_on, 'usageGb', s.usage_gb, 'peakMbps', s.peak_mbps) AS value
        FROM service s, LATERAL (SELECT s.status = 'ended' OR coalesce(s.ends_on < (now() AT TIME ZONE 'UTC')::date, FALSE) AS ended) e
        WHERE s.customer_id = k.id) s),
    'devices', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'model', d.model, 'installed', d.installed, 'status', d.status) ORDER BY d.installed DESC, d.id), '[]') FROM device d WHERE d.customer_id = k.id),
    'invoices', (SELECT coalesce(jsonb_agg(i.value), '[]') FROM (
        SELECT jsonb_build_object('id', i.id, 'number', i.number, 'issued', i.issued, 'due', i.due, 'status', i.status, 'total', i.total_minor,
          'charges', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'label', h.label, 'amount', h.amount_minor, 'refunded', h.refunded_minor) ORDER BY h.id), '[]') FROM charge h WHERE h.invoice_id = i.id)) AS value
        FROM invoice i WHERE i.customer_id = k.id ORDER BY i.issued DESC, i.id LIMIT 12) i),
    'payments', (SELECT coalesce(jsonb_agg(p.value), '[]') FROM (
        SELECT jsonb_build_object('id', p.id, 'on', p.on, 'amount', p.amount_minor, 'method', p.method, 'status', p.status) AS value
        FROM payment p WHERE p.customer_id = k.id ORDER BY p.on DESC, p.id LIMIT 12) p),
    'orders', (SELECT coalesce(jsonb_agg(o.value), '[]') FROM (
        SELECT jsonb_build_object('id', o.id, 'number', o.number, 'item', o.item, 'amount', o.amount_minor, 'status', o.status, 'placed', o.placed, 'expected', o.expected, 'reshipOf', o.reship_of,
          'shipment', (SELECT jsonb_build_object('carrier', m.carrier, 'tracking', m.tracking, 'status', m.status, 'expected', m.expected)
            FROM shipment m WHERE m.order_id = o.id ORDER BY m.id DESC LIMIT 1)) AS value
        FROM "order" o WHERE o.customer_id = k.id ORDER BY o.placed DESC, o.id LIMIT 12) o),
    'visits', (SELECT coalesce(jsonb_agg(v.value), '[]') FROM (
        SELECT jsonb_build_object('id', v.id, 'number', v.number, 'kind', v.kind, 'on', v.on, 'window', v.window, 'status', v.status, 'tripFee', v.trip_fee_minor,
          'technician', t.name, 'model', v.model, 'symptom', v.symptom,
          'part', CASE WHEN v.part IS NOT NULL THEN jsonb_build_object('name', v.part, 'status', v.part_status, 'expected', v.part_expected) END) AS value
        FROM visit v LEFT JOIN technician t ON t.id = v.technician_id WHERE v.customer_id = k.id ORDER BY v.on DESC, v.id LIMIT 12) v),
    'credits', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'on', r.on, 'amount', r.amount_minor, 'months', r.months, 'reason', r.reason)
      ORDER BY r.on DESC, r.id), '[]') FROM credit r WHERE r.customer_id = k.id AND r.reversed_at IS NULL),
    'memory', (SELECT coalesce(jsonb_agg(jsonb_build_object('key', y.key, 'value', y.value) ORDER BY y.key), '[]') FROM customer_memory y
      WHERE y.customer_id = k.id AND y.replaced_by IS NULL AND (y.expires_at IS NULL OR y.expires_at > now())),
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
      charges: withMoney(invoice.charges, 'amount', 'refunded'),
    })),
    payments: withMoney(raw.payments, 'amount'),
    orders: withMoney(raw.orders, 'amount'),
    visits: withMoney(raw.visits, 'tripFee'),
    credits: withMoney(raw.credits, 'amount'),
  }) as unknown as Account;
