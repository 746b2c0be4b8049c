import { findFlags } from '../../../detectors/flags';
import { findInjection } from '../../../detectors/injection';
import type { Utterance } from '../../../domain/conversation';
import type { RaisedFlag } from '../../../domain/triage';
import type { PolicySet } from '../../../policies/policy-set';

/** Flags with their evidence, each once, by what raised it first. Deterministic: no engine can switch one off. */
export const raiseFlags = (
  utterances: readonly Utterance[],
  vulnerable: boolean,
  flags: PolicySet['flags'],
): RaisedFlag[] => {
  const raised = new Map<RaisedFlag['flag'], RaisedFlag>();
  const raise = (
    flag: RaisedFlag['flag'],
    turnId: string,
    { start, end, text }: { start: number; end: number; text: string },
  ) => {
    if (!raised.has(flag)) raised.set(flag, { flag, evidence: { turnId, start, end, text } });
  };
  for (const { role, turnId, text } of utterances) {
    if (role !== 'customer') continue;
    for (const hit of findFlags(text, flags)) raise(hit.flag, turnId, hit);
    for (const hit of findInjection(text)) raise('injection', turnId, hit);
    if (text.trim() === '0')
      raise('human_requested', turnId, { start: 0, end: text.length, text: text.trim() });
  }
  const first = utterances[0];
  if (vulnerable && first)
    raise('vulnerability', first.turnId, { start: 0, end: 0, text: 'A care flag is on the account' });
  return [...raised.values()];
};
