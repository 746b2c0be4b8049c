import { groundingOf } from '@/lib/assist/facts/grounding';
import { situationOf } from '@/lib/assist/facts/situation';
import { loadAccount } from '@/lib/db/accounts';
import { currentCues } from '@/lib/db/cues';
import type { Db } from '@/lib/db/handle';
import { listTurns } from '@/lib/db/turns';
import { type Conversation, utterancesOf } from '@/lib/domain/conversation';
import { payloadOf } from '@/lib/domain/cue';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { type GuardInput, guardTyping } from '@/lib/rules/guard';

/** Turns a wording may rest on: enough for what is being talked about. */
const RECENT = 40;

/** What surrounds a wording, whatever it says. */
export interface Surroundings extends Omit<GuardInput, 'text' | 'citedInternal'> {
  /** Passages that customers may not see. */
  internal: string[];
}

type Of = Pick<Conversation, 'id' | 'customerId'>;

/** What wordings in this conversation are checked against: the current cues, the account, and what was said. */
export const loadSurroundings = async (db: Db, { id, customerId }: Of): Promise<Surroundings> => {
  const [cues, turns, account] = await Promise.all([
    currentCues(db, id),
    listTurns(db, id, RECENT),
    loadAccount(db, customerId),
  ]);
  const triage = payloadOf(cues, 'triage')?.triage;
  const retrieval = payloadOf(cues, 'passages')?.retrieval;
  const passages = retrieval?.passages ?? [];
  const facts =
    triage && retrieval && account ? situationOf({ turns, account }, triage, retrieval).facts : [];
  return {
    grounding: groundingOf({
      passages,
      incidents: retrieval?.incidents ?? [],
      facts,
      utterances: utterancesOf(turns),
      steps: payloadOf(cues, 'resolution')?.resolution.steps ?? [],
    }),
    flags: triage?.flags.map((raised) => raised.flag) ?? [],
    sentimentScore: triage?.sentiment.score ?? 0,
    language: triage?.language ?? 'en',
    internal: passages.filter(({ audience }) => audience === 'internal').map((passage) => passage.text),
  };
};

/** A wording in its surroundings, as the guardrails take it. */
export const wordingIn = ({ internal, ...surroundings }: Surroundings, text: string): GuardInput => ({
  ...surroundings,
  text,
  citedInternal: internal.some((passage) => text.includes(passage)),
});

/** A wording with what it is checked against, as of now. */
export const guardContext = async (db: Db, conversation: Of, text: string): Promise<GuardInput> =>
  wordingIn(await loadSurroundings(db, conversation), text);

/** Checks nothing once, so that what the guardrails learn from their examples (about a second) is learnt before somebody types. */
export const prepareGuardrails = (guardrails: CompiledGuardrails): void => {
  const grounding = groundingOf({ passages: [], incidents: [], facts: [], utterances: [], steps: [] });
  guardTyping(guardrails, { text: '', grounding, flags: [], sentimentScore: 0, language: 'en' });
};
