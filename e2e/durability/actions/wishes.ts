import { pick } from '@/lib/core/random';
import type { Acted, Actor, Cast } from './answers';

/** Something that a person wants done: how to look at it, and how to ask for it with a key and the hash of what was seen. */
export interface Wish {
  look: Record<string, unknown>;
  approve: (key: string, hash: string) => Record<string, unknown>;
}

type Case = Cast['cases'][number];

/** Amounts of credits and coupons in dollars: some are above what a rep may give alone, one to the cent at the limit, one a cent above. */
const CREDITS = [4.5, 9.99, 12, 15, 20, 24.01, 35, 50, 50.01, 80];
const COUPONS = [10, 15, 20, 25.5, 50, 60];

const TOOLS: readonly ((one: Case, cast: Cast, random: () => number) => { tool: string; params: object })[] =
  [
    (_one, _cast, random) => ({
      tool: 'apply-credit',
      params: { amount: pick(CREDITS, random), months: random() < 0.2 ? 3 : 1, reason: 'Goodwill' },
    }),
    ({ orders }, _cast, random) => ({ tool: 'reship-order', params: { order: pick(orders, random) } }),
    (_one, { slots }, random) => ({
      tool: 'book-visit',
      params: { kind: 'wiring', model: null, symptom: 'damaged-cable', ...pick(slots, random) },
    }),
    (_one, { pool }, random) => ({
      tool: 'issue-coupon',
      params: { amount: pick(COUPONS, random), what: 'a device', pool },
    }),
  ];

/** A rep wants something done for a customer. */
export const someWish = (cast: Cast, random: () => number): Wish & { actor: Actor } => {
  const one = pick(cast.cases, random);
  const { conversationId, rep: actor } = one;
  const asked = { actor, conversationId, ...pick(TOOLS, random)(one, cast, random) };
  return {
    actor,
    look: { do: 'look', ...asked },
    approve: (key, hash) => ({ do: 'approve', ...asked, key, hash }),
  };
};

/** Whoever asked for an action wants it back. */
export const takingBack = (actor: Actor, { id: actionId }: Acted): Wish => ({
  look: { do: 'look-back', actor, actionId },
  approve: (key, hash) => ({ do: 'take-back', actor, actionId, key, hash }),
});

/** A lead decides on an action that waits. */
export const deciding = (
  actor: Actor,
  { id: actionId, hash }: Acted,
  verdict: 'approved' | 'declined',
): Record<string, unknown> => ({ do: 'second', actor, actionId, hash, verdict });
