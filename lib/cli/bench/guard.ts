import { join } from 'node:path';
import { database } from '@/lib/db/client';
import type { UserActor } from '@/lib/domain/user';
import { loadPolicies } from '@/lib/policies/load';
import { guardTyping } from '@/lib/rules/guard';
import { checkWording } from '@/lib/use-cases/check-wording';
import { loadScripts } from '@/prisma/seed/scripts';
import { withDesk } from './desk';
import { draftsOf } from './guard-drafts';
import { play } from './play';
import { type Bench, type Figures, latencyOf } from './report';

const LENGTHS = [300, 2_000];
const AT_ONCE = [1, 8];
const CHECKS = 400;
const WARM_UP = 60;
/** Customers' turns played first, so that there are cues, an account and a conversation to check a wording against. */
const TURNS = 12;

const NOTHING = {
  grounding: { passages: [], facts: [], utterances: [] },
  flags: [],
  sentimentScore: 0,
  language: 'en',
};

const someone = async (): Promise<UserActor> => {
  const { id, name, role, teamId } = await database().prisma.user.findFirstOrThrow({
    where: { role: 'admin' },
  });
  return { kind: 'user', id, name, role, teamId, sessionId: 'ses_bench' };
};

/** Milliseconds of every check after the warm-up, `atOnce` of them under way at any time. */
const lapsOf = async (
  drafts: readonly string[],
  atOnce: number,
  check: (draft: string) => unknown,
): Promise<number[]> => {
  const laps: number[] = [];
  const queue = drafts.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const draft of queue) {
        const began = performance.now();
        await check(draft);
        laps.push(performance.now() - began);
      }
    }),
  );
  return laps.slice(WARM_UP);
};

/** What a rep's typing costs: the rules alone, and the whole use case with the conversation, account and cues it is checked against. */
export const guardBench: Bench = {
  run: (say) =>
    withDesk(say, async (desk) => {
      await desk.addWorker(2);
      await play(await loadScripts(), { atOnce: 4, turns: TURNS });
      const actor = await someone();
      const { conversationId: id } = await database().prisma.cue.findFirstOrThrow({
        where: { kind: 'resolution' },
        orderBy: { id: 'desc' },
      });
      const { guardrails } = await loadPolicies(join(process.cwd(), 'policies'));
      const figures: Figures = {};
      for (const length of LENGTHS) {
        const drafts = await draftsOf(length, CHECKS + WARM_UP);
        const alone = await lapsOf(drafts, 1, (text) => guardTyping(guardrails, { ...NOTHING, text }));
        figures[`${length} characters, rules alone`] = latencyOf(alone);
        for (const atOnce of AT_ONCE) {
          say(`${length} characters, ${atOnce} at once`);
          const laps = await lapsOf(drafts, atOnce, (text) =>
            checkWording(actor, { params: { id }, body: { text } }),
          );
          figures[`${length} characters, ${atOnce} at once`] = latencyOf(laps);
        }
      }
      return figures;
    }),
};
