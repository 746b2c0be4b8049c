import { groundingOf } from '@/lib/assist/facts/grounding';
import { situationOf } from '@/lib/assist/facts/situation';
import { loadAccount } from '@/lib/db/accounts';
import { currentCues } from '@/lib/db/cues';
import type { Db } from '@/lib/db/handle';
import { listTurns } from '@/lib/db/turns';
import { utterancesOf } from '@/lib/domain/conversation';
import { payloadOf } from '@/lib/domain/cue';
import type { GuardInput } from '@/lib/rules/guard';

/** Turns a wording may rest on: enough for what is being talked about. */
const RECENT = 40;

/** What a wording in this conversation is checked against: the current cues, the account, and what was said. */
export const guardContext = async (db: Db, conversationId: string, text: string): Promise<GuardInput> => {
  const [cues, turns, owner] = await Promise.all([
    currentCues(db, conversationId),
    listTurns(db, conversationId, RECENT),
    db.conversation.findUniqueOrThrow({ where: { id: conversationId }, select: { customerId: true } }),
  ]);
  const triage = payloadOf(cues, 'triage')?.triage;
  const retrieval = payloadOf(cues, 'passages')?.retrieval;
  const account = await loadAccount(db, owner.customerId);
  const facts =
    triage && retrieval && account ? situationOf({ turns, account }, triage, retrieval).facts : [];
  return {
    text,
    grounding: groundingOf({
      passages: retrieval?.passages ?? [],
      incidents: retrieval?.incidents ?? [],
      facts,
      utterances: utterancesOf(turns),
      steps: payloadOf(cues, 'resolution')?.resolution.steps ?? [],
    }),
    flags: triage?.flags.map((raised) => raised.flag) ?? [],
    sentimentScore: triage?.sentiment.score ?? 0,
    language: triage?.language ?? 'en',
    citedInternal:
      retrieval?.passages.some((passage) => passage.audience === 'internal' && text.includes(passage.text)) ??
      false,
  };
};
