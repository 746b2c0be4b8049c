import { memoByText } from '../../../core/memo';
import { findFlags } from '../../../detectors/flags';
import { findInjection } from '../../../detectors/injection';
import type { Utterance } from '../../../domain/conversation';
import type { RaisedFlag } from '../../../domain/triage';
import type { PolicySet } from '../../../policies/policy-set';

/** Utterances whose flags are remembered: a conversation is read again with every turn. */
const REMEMBERED = 4000;

const injectionIn = memoByText(REMEMBERED, findInjection);
const readers = new WeakMap<PolicySet['flags'], (text: string) => ReturnType<typeof findFlags>>();

/** The flags of a text under these policies; another set of policies begins anew. */
const flagsUnder = (flags: PolicySet['flags']) => {
  const reader = readers.get(flags) ?? memoByText(REMEMBERED, (text: string) => findFlags(text, flags));
  readers.set(flags, reader);
  return reader;
};

/** Flags with their evidence in what was said, each once, by what raised it first. Deterministic: no engine can switch one off. */
export const raiseFlags = (utterances: readonly Utterance[], flags: PolicySet['flags']): RaisedFlag[] => {
  const raised = new Map<RaisedFlag['flag'], RaisedFlag>();
  const raise = (
    flag: RaisedFlag['flag'],
    turnId: string,
    { start, end, text }: { start: number; end: number; text: string },
  ) => {
    if (!raised.has(flag)) raised.set(flag, { flag, evidence: { turnId, start, end, text } });
  };
  const flagsIn = flagsUnder(flags);
  for (const { role, turnId, text } of utterances) {
    if (role !== 'customer') continue;
    for (const hit of flagsIn(text)) raise(hit.flag, turnId, hit);
    for (const hit of injectionIn(text)) raise('injection', turnId, hit);
    if (text.trim() === '0')
      raise('human_requested', turnId, { start: 0, end: text.length, text: text.trim() });
  }
  return [...raised.values()];
};
