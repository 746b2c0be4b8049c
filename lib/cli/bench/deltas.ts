import { createFieldReader } from '@/lib/engines/openai/reply-stream';
import { followDesk } from '@/lib/use-cases/follow-desk';
import { loadScripts } from '@/prisma/seed/scripts';
import { CONSOLE } from './heard';
import { withModelDesk } from './model-desk';
import type { SentPiece } from './model-process';
import { play } from './play';
import { type Bench, latencyOf } from './report';

/** A quick model: about 50 pieces of a dozen letters a second. */
const PIECE_MS = 20;
const TURNS = 40;
const WARM_UP = 5;
const WORKER_CONCURRENCY = 8;

/** Where a reply stood when: how many letters of it, and when they were there. */
interface Mark {
  letters: number;
  at: number;
}

/** From a piece of the reply being sent to the last of its letters being on a console; a piece that was never shown has no lap. */
const lapsOf = (sent: readonly Mark[], shown: readonly Mark[]): number[] =>
  sent.flatMap(({ letters, at }) => {
    const seen = shown.find((mark) => mark.letters >= letters);
    return seen === undefined ? [] : [seen.at - at];
  });

/** Marks from texts that follow one another. */
const marksOf = (texts: readonly { text: string; at: number }[]): Mark[] => {
  let letters = 0;
  return texts.flatMap(({ text, at }) => {
    letters += text.length;
    return text === '' ? [] : [{ letters, at }];
  });
};

/** The text of the reply within the pieces of a JSON answer. */
const replyIn = (pieces: readonly SentPiece[]): Mark[] => {
  const reader = createFieldReader('reply');
  return marksOf(
    pieces
      .filter(({ role }) => role === 'resolution')
      .map(({ content, at }) => ({ text: reader.push(content), at })),
  );
};

/** Text of a reply from the model's socket through the worker, the guardrails and the database to a console of another process. */
export const deltasBench: Bench = {
  run: async (say) => {
    return withModelDesk(say, { pieceMs: PIECE_MS }, async (desk, model) => {
      const scripts = await loadScripts();
      await desk.addWorker(WORKER_CONCURRENCY);
      await play(scripts, { atOnce: 1, turns: WARM_UP });
      const laps: number[] = [];
      let letters = 0;
      let held = 0;
      let heard: { text: string; at: number }[] = [];
      const leave = await followDesk(CONSOLE, null, (followed) => {
        for (const { event } of followed)
          if (event.kind === 'reply.delta') heard.push({ text: event.text, at: Date.now() });
      });
      say(`${TURNS} turns`);
      for (let turn = 0; turn < TURNS; turn++) {
        heard = [];
        await model.pieces();
        await play(scripts.slice(turn % scripts.length), { atOnce: 1, turns: 1 });
        const sent = replyIn(await model.pieces());
        const shown = marksOf(heard);
        laps.push(...lapsOf(sent, shown));
        letters += sent.at(-1)?.letters ?? 0;
        held += (sent.at(-1)?.letters ?? 0) - (shown.at(-1)?.letters ?? 0);
      }
      leave();
      return { pieces: laps.length, neverShown: letters === 0 ? 0 : held / letters, ...latencyOf(laps) };
    });
  },
};
