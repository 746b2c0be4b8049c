import { findPii } from '@/lib/detectors/pii';
import type { Finding } from '@/lib/domain/guard';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { findingAt, type GuardInput } from './guard-input';

/** Enough for a customer to know which one is meant. */
const masked = (value: string): string => `•••• ${value.replace(/[^\p{L}\p{N}]/gu, '').slice(-4)}`;

/** The shortest of them has nine digits; most replies have fewer, and need no closer look. */
const hasEnoughDigits = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 9;

/** Personal numbers that never belong in a reply, with all but their last four marks hidden. */
export const findLeaks = (policy: CompiledGuardrails, { text }: GuardInput): Finding[] =>
  (hasEnoughDigits(text) ? findPii(text) : [])
    .filter(({ type }) => policy.pii.kinds.some((kind) => kind === type))
    .map((found) =>
      findingAt(text, found, {
        ...policy.pii,
        id: `pii-${found.type.replace('_', '-')}`,
        repair: masked(found.value),
      }),
    );
