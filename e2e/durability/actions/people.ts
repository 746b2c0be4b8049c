import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pick } from '@/lib/core/random';
import type { Acted, Actor, Answer, Cast } from './answers';
import type { Heard, Webs } from './webs';
import { deciding, someWish, takingBack, type Wish } from './wishes';

/** How people at browsers behave. */
const THINK_MS = 120;
const DOUBLE_CLICK = 0.1;
const ANSWER_LOST = 0.1;
/** After a process died with their wish, some close the browser and never ask again. */
const GIVES_UP = 0.2;
const TAKES_BACK = 0.25;
const DECIDES = 0.25;
const DECLINES = 0.2;
/** So often the same key is sent when something breaks that is no refusal. */
const PATIENCE = 8;

/** What people saw, all of them together. */
export interface Seen {
  wishes: number;
  /** By key, what its browser was told last. */
  acknowledged: Map<string, Acted>;
  /** Keys whose browser was closed after their process died, and was told nothing. */
  abandoned: string[];
  /** Keys whose process died, of those that were sent again: all, and those whose action the dead process had stored. */
  sentAgain: number;
  storedBefore: number;
  refused: Record<string, number>;
  broke: Record<string, number>;
  /** Keys for which two different actions were named, or that were given up after much patience. */
  twofold: string[];
  unanswered: string[];
}

export const nothingSeen = (): Seen => ({
  wishes: 0,
  acknowledged: new Map(),
  abandoned: [],
  sentAgain: 0,
  storedBefore: 0,
  refused: {},
  broke: {},
  twofold: [],
  unanswered: [],
});

const add = (counts: Record<string, number>, what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1;
};

interface Room {
  webs: Webs;
  cast: Cast;
  seen: Seen;
  random: () => number;
  /** Done and not taken back yet, with who asked for them; and what waits for a lead. */
  done: { actor: Actor; action: Acted }[];
  waiting: Acted[];
  /** Approved, and a system of record did not do it. */
  failed: { actor: Actor; action: Acted }[];
}

const take = <T>(items: T[], random: () => number): T | undefined =>
  items.splice(Math.floor(random() * items.length), 1)[0];

/** Asks until there is an answer that is one; null where there was none, `gone` where somebody closed the browser. */
const insist = async (
  { webs, seen, random }: Room,
  wish: Record<string, unknown>,
  key: string | null,
): Promise<Answer | null | 'gone'> => {
  let diedAt: number | null = null;
  for (let broken = 0; broken < PATIENCE; ) {
    const heard: Heard = await webs.ask(wish);
    if (heard.is === 'died') {
      if (key !== null && random() < GIVES_UP) return 'gone';
      diedAt = Date.now();
    } else if (heard.is === 'broke') {
      broken += 1;
      add(seen.broke, heard.message);
      await sleep(random() * THINK_MS);
    } else {
      if (diedAt !== null && key !== null) {
        seen.sentAgain += 1;
        if (heard.is === 'acted' && Date.parse(heard.action.requestedAt) < diedAt) seen.storedBefore += 1;
      }
      return heard;
    }
  }
  return null;
};

const acknowledge = ({ seen }: Room, key: string, action: Acted): void => {
  const before = seen.acknowledged.get(key);
  if (before !== undefined && before.id !== action.id) seen.twofold.push(key);
  // An answer that was overtaken on its way says less than the one before.
  if (before?.receipt === undefined || before.receipt === null) seen.acknowledged.set(key, action);
};

/** One intention under one key: looked at, approved, perhaps clicked twice, perhaps asked again because the answer got lost. */
const fulfil = async (room: Room, actor: Actor, { look, approve }: Wish): Promise<void> => {
  const { seen, random } = room;
  seen.wishes += 1;
  const sight = await insist(room, look, null);
  if (sight === null || sight === 'gone' || sight.is !== 'seen') {
    if (sight !== null && sight !== 'gone' && sight.is === 'refused') add(seen.refused, `look ${sight.code}`);
    return;
  }
  await sleep(random() * THINK_MS);
  const key = randomUUID();
  const wish = approve(key, sight.hash);
  const clicks = random() < DOUBLE_CLICK ? 2 : 1;
  const answers = await Promise.all(Array.from({ length: clicks }, () => insist(room, wish, key)));
  if (random() < ANSWER_LOST && !answers.includes('gone')) answers.push(await insist(room, wish, key));
  for (const answer of answers) {
    if (answer === null) seen.unanswered.push(key);
    else if (answer !== 'gone' && answer.is === 'acted') acknowledge(room, key, answer.action);
    else if (answer !== 'gone' && answer.is === 'refused') add(seen.refused, answer.code);
  }
  const action = seen.acknowledged.get(key);
  if (action === undefined) {
    if (answers.includes('gone')) seen.abandoned.push(key);
  } else if (action.state === 'waiting') room.waiting.push(action);
  else if (action.state === 'failed') room.failed.push({ actor, action });
  else if (action.state === 'done' && !action.takesBack) room.done.push({ actor, action });
};

const decide = async (room: Room, action: Acted): Promise<void> => {
  const { seen, random, cast } = room;
  seen.wishes += 1;
  const verdict = random() < DECLINES ? 'declined' : 'approved';
  const answer = await insist(room, deciding(pick(cast.leads, random), action, verdict), null);
  if (answer !== null && answer !== 'gone' && answer.is === 'refused')
    add(seen.refused, `second ${answer.code}`);
};

/** Tries a failed action again under its old id; what became of it is seen in the count. */
const tryAgain = async (room: Room, { actor, action }: Room['failed'][number]): Promise<void> => {
  room.seen.wishes += 1;
  const answer = await insist(room, { do: 'try-again', actor, actionId: action.id }, null);
  if (answer !== null && answer !== 'gone' && answer.is === 'refused')
    add(room.seen.refused, `again ${answer.code}`);
};

/** One person after another at one browser, until it is over. */
export const workUntil = async (room: Room, isOver: () => boolean): Promise<void> => {
  const { random, cast, done, waiting, failed } = room;
  while (!isOver()) {
    const dice = random();
    const back = dice < TAKES_BACK ? take(done, random) : undefined;
    const open = dice >= 1 - DECIDES ? take(waiting, random) : undefined;
    const again = back || open ? undefined : take(failed, random);
    if (back) await fulfil(room, back.actor, takingBack(back.actor, back.action));
    else if (open) await decide(room, open);
    else if (again) await tryAgain(room, again);
    else {
      const { actor, ...wish } = someWish(cast, random);
      await fulfil(room, actor, wish);
    }
    await sleep(random() * THINK_MS);
  }
};
