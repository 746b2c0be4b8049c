import type { Fault, FaultKind } from '../faults';

/** What a rung of the ladder hands up, or the fault it stopped at. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; fault: Fault };

export const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const bad = (kind: FaultKind, message: string): { ok: false; fault: Fault } => ({
  ok: false,
  fault: { kind, message },
});
