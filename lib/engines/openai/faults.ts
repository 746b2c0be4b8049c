import type { Hop } from '@/lib/domain/run';
import { NOTHING_SPENT, type Spent } from './spent';

interface FaultRules {
  /** The same call may work a moment later. */
  retry: boolean;
  /** The model can mend its answer when it is told what is wrong with it. */
  repair: boolean;
  /** Counts against the endpoint and model until one of its calls works again. */
  trips: boolean;
}

/** The closed set of what a model call can end in besides an answer, and what is done about it. */
export const FAULTS = {
  timeout: { retry: false, repair: false, trips: true },
  'rate-limited': { retry: true, repair: false, trips: true },
  'server-error': { retry: true, repair: false, trips: true },
  connection: { retry: true, repair: false, trips: true },
  /** 4xx other than 429: key, model or request are not what the endpoint wants. */
  rejected: { retry: false, repair: false, trips: true },
  /** The body is neither an event stream nor a completion: a proxy's page, or bytes damaged on the way. */
  'not-json-response': { retry: false, repair: false, trips: true },
  empty: { retry: false, repair: false, trips: true },
  refusal: { retry: false, repair: false, trips: false },
  'content-filter': { retry: false, repair: false, trips: false },
  truncated: { retry: false, repair: false, trips: false },
  'not-json': { retry: false, repair: true, trips: true },
  'wrong-shape': { retry: false, repair: true, trips: true },
  'wrong-meaning': { retry: false, repair: true, trips: false },
  aborted: { retry: false, repair: false, trips: false },
  budget: { retry: false, repair: false, trips: false },
  'breaker-open': { retry: false, repair: false, trips: false },
} as const satisfies Record<string, FaultRules>;

export type FaultKind = keyof typeof FAULTS;
export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];

export interface Fault {
  kind: FaultKind;
  /** For logs and for the model's second try; never holds what a customer wrote. */
  message: string;
  /** How long the endpoint asked to be left alone, in milliseconds. */
  retryAfterMs?: number;
}

/** A model call that gave no answer, what it cost all the same, and the tries before its last one. */
export class FaultError extends Error {
  readonly fault: Fault;
  readonly spent: Spent;
  readonly hops: Hop[];

  constructor(fault: Fault, details: { spent?: Spent; hops?: Hop[]; cause?: unknown } = {}) {
    super(`${fault.kind}: ${fault.message}`, { cause: details.cause });
    this.name = 'FaultError';
    this.fault = fault;
    this.spent = details.spent ?? NOTHING_SPENT;
    this.hops = details.hops ?? [];
  }
}
