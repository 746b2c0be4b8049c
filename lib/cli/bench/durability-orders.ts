import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseDialogues } from '@/lib/connectors/simulator/dialogue-file';
import { replayDialogues } from '@/lib/connectors/simulator/replay-dialogues';
import type { Sender } from '@/lib/connectors/simulator/sender';
import { sleep } from '@/lib/connectors/simulator/timing';
import { receivedMessageSchema } from '@/lib/contracts/messages';
import { messageOf } from '@/lib/core/errors';
import { receiveMessage } from '@/lib/use-cases/receive-message';
import { openDesk } from './desk';
import { countStored, isSettled } from './durability-count';
import { SENDER } from './play';

/**
 * The web side of the kill test, told what to do by its parent: a database of its own and acceptance through the use case.
 * Workers are the parent's, so that it can kill them.
 */
const ordersSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('replay'),
    file: z.string(),
    limit: z.number(),
    concurrency: z.number(),
    tag: z.string(),
  }),
  z.object({ do: z.literal('settle'), timeoutMs: z.number() }),
  z.object({ do: z.literal('count') }),
  z.object({ do: z.literal('stop') }),
]);
type Orders = z.infer<typeof ordersSchema>;

const SETTLE_POLL_MS = 250;

/** The message API without HTTP: the same use case, in this process. */
const inProcess: Sender = {
  send: async (message) => {
    try {
      return {
        ok: true,
        value: await receiveMessage(SENDER, { body: receivedMessageSchema.parse(message) }),
      };
    } catch (thrown) {
      return { ok: false, status: 500, detail: messageOf(thrown) };
    }
  },
  messagesAfter: () => Promise.reject(new Error('nobody listens in this test')),
  runsOf: () => Promise.reject(new Error('runs are counted in the database')),
};

const desk = await openDesk((line) => process.stderr.write(`… ${line}\n`));

const obey = async (orders: Orders): Promise<unknown> => {
  switch (orders.do) {
    case 'replay': {
      const dialogues = parseDialogues(await readFile(orders.file, 'utf8'), orders.limit);
      const { conversationIds, ...figures } = await replayDialogues(dialogues, {
        sender: inProcess,
        speed: Number.POSITIVE_INFINITY,
        concurrency: orders.concurrency,
        tag: orders.tag,
        sleep,
        signal: new AbortController().signal,
      });
      return { ...figures, conversations: conversationIds.length };
    }
    case 'settle': {
      const end = Date.now() + orders.timeoutMs;
      while (Date.now() < end && !(await isSettled()))
        await sleep(SETTLE_POLL_MS, new AbortController().signal);
      return isSettled();
    }
    case 'count':
      return countStored();
    case 'stop':
      await desk.stop();
      return null;
  }
};

process.on('message', (raw: unknown) => {
  const orders = ordersSchema.parse(raw);
  obey(orders).then(
    (answer) => {
      process.send?.({ answer });
      if (orders.do === 'stop') process.exit(0);
    },
    (thrown: unknown) => process.send?.({ failure: messageOf(thrown) }),
  );
});
// A parent that died leaves nothing behind.
process.once('disconnect', () => void desk.stop().finally(() => process.exit(1)));
process.send?.({ answer: { databaseUrl: desk.databaseUrl } });
