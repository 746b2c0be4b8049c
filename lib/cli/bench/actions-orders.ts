import { z } from 'zod';
import { sleep } from '@/lib/connectors/simulator/timing';
import { messageOf } from '@/lib/core/errors';
import { makeCast } from './actions-cast';
import { countActions } from './actions-count';
import { isSettled } from './actions-settled';
import { acknowledgedSchema, type Cast } from './actions-wishes';
import { openDesk } from './desk';

/** The desk of the kill test of actions, told what to do by its parent: a database of its own, who plays, and the count at the end. */
const ordersSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('cast') }),
  z.object({ do: z.literal('settle'), timeoutMs: z.number() }),
  z.object({
    do: z.literal('count'),
    acknowledged: z.array(acknowledgedSchema),
    abandoned: z.array(z.string()),
  }),
  z.object({ do: z.literal('stop') }),
]);
type Orders = z.infer<typeof ordersSchema>;

const SETTLE_POLL_MS = 250;

const desk = await openDesk((line) => process.stderr.write(`… ${line}\n`));

let cast: Cast | undefined;

const obey = async (orders: Orders): Promise<unknown> => {
  switch (orders.do) {
    case 'cast':
      cast = await makeCast();
      return cast;
    case 'settle': {
      const end = Date.now() + orders.timeoutMs;
      while (Date.now() < end && !(await isSettled()))
        await sleep(SETTLE_POLL_MS, new AbortController().signal);
      return isSettled();
    }
    case 'count':
      if (cast === undefined) throw new RangeError('nobody has played');
      return countActions({ ...orders, cast });
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
