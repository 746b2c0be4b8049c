import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { pick } from '@/lib/core/random';
import { type Answer, answeredSchema } from './answers';

/** What a web process says, or that it died before it said anything. */
export type Heard = Answer | { is: 'died' };

const LOOK_MS = 20;

interface Web {
  process: ChildProcess;
  isReady: boolean;
  waiting: Map<number, (heard: Heard) => void>;
}

/** Web processes that can be killed: one that dies is started again at once, and whoever waits for it hears that it died. */
export interface Webs {
  /** Asks any process that is up, and waits for one where none is. */
  ask(wish: Record<string, unknown>): Promise<Heard>;
  /** Kills one of two or more that are up. Resolves with how many wishes it had under way. */
  kill(): Promise<number>;
  stop(): Promise<void>;
}

const begin = (databaseUrl: string): Web => {
  const child = fork('lib/cli/bench/actions-process.ts', [databaseUrl], { execArgv: ['--import', 'tsx'] });
  const web: Web = { process: child, isReady: false, waiting: new Map() };
  child.on('message', (raw: unknown) => {
    if (raw === 'ready') {
      web.isReady = true;
      return;
    }
    const { id, answer } = answeredSchema.parse(raw);
    web.waiting.get(id)?.(answer);
    web.waiting.delete(id);
  });
  return web;
};

export const openWebs = (databaseUrl: string, count: number, random: () => number): Webs => {
  let stopping = false;
  let next = 0;
  const webs = new Set<Web>();

  const add = (): void => {
    const web = begin(databaseUrl);
    webs.add(web);
    web.process.once('exit', () => {
      web.isReady = false;
      webs.delete(web);
      for (const hear of web.waiting.values()) hear({ is: 'died' });
      if (!stopping) add();
    });
  };
  for (let n = 0; n < count; n += 1) add();

  const anyOf = async (atLeast: number): Promise<Web> => {
    for (;;) {
      const up = [...webs].filter(({ isReady }) => isReady);
      if (up.length >= atLeast) return pick(up, random);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  };

  return {
    ask: async (wish) => {
      const web = await anyOf(1);
      const id = next++;
      return new Promise((resolve) => {
        web.waiting.set(id, resolve);
        web.process.send({ id, wish }, (failure) => {
          if (failure) resolve({ is: 'died' });
        });
      });
    },
    kill: async () => {
      const web = await anyOf(2);
      const underWay = web.waiting.size;
      const gone = once(web.process, 'exit');
      web.isReady = false;
      web.process.kill('SIGKILL');
      await gone;
      return underWay;
    },
    stop: async () => {
      stopping = true;
      const all = [...webs];
      const gone = all.map((web) => once(web.process, 'exit'));
      for (const web of all) web.process.kill('SIGTERM');
      await Promise.all(gone);
    },
  };
};
