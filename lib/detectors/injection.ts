import { weighCommands } from './injection/commands';
import { otherReadings } from './injection/disguise';
import { weighDialogue, weighFlood, weighOrders, weighPieces, weighShapes } from './injection/structure';
import { type Weighed, weighWords } from './injection/weigh';

/** A place where a text speaks to the machine rather than to the desk; offsets are UTF-16, `why` continues "it …". */
export interface FoundInjection {
  start: number;
  end: number;
  text: string;
  why: string;
}

/** What evidence must add up to. One clear sign is enough; everyday words need several kinds of company. */
const ENOUGH = 1;
/** A reading that had to be decoded first is suspect already. */
const ENOUGH_HIDDEN = 0.6;

const WEIGH = [weighWords, weighCommands, weighShapes, weighDialogue, weighFlood, weighPieces, weighOrders];

/** Scenes alone are what any writer asks for: together they stay below what is enough. */
const MOST_OF_STORY = 0.45;

const total = (found: readonly Weighed[]): number => found.reduce((so, { weight }) => so + weight, 0);
const sum = (found: readonly Weighed[]): number =>
  Math.min(MOST_OF_STORY, total(found.filter(({ story }) => story))) +
  total(found.filter(({ story }) => !story));

/** A reading is worth weighing only if it holds a word that an attack can hardly do without. */
const CORE =
  /ignor|disregard|forget|instruc|prompt|system|previous|reveal|secret|password|restrict|pretend|bypass|overrid|jailbreak|anything now/i;

const weightOf = (text: string): number =>
  CORE.test(text) ? sum([...weighWords(text), ...weighShapes(text)]) : 0;

/** A rewritten whole text is held against the plain one, so that only what the disguise hid counts. */
const inDisguise = (text: string, plain: number): FoundInjection[] =>
  otherReadings(text)
    .filter((reading) => weightOf(reading.text) - (reading.whole ? plain : 0) >= ENOUGH_HIDDEN)
    .map(({ start, end, why }) => ({
      start,
      end,
      text: text.slice(start, end),
      why: `hides an instruction in ${why}`,
    }));

/**
 * Signs of an attempt to instruct the machine through a message, article, note, file name or tool output, in order.
 * Empty when the signs together are too weak. Looks at the first 20,000 characters; pass the text as it arrived, invisible characters included.
 */
export const findInjection = (raw: string): FoundInjection[] => {
  const text = raw.slice(0, 20_000);
  const plain = WEIGH.flatMap((weigh) => weigh(text));
  const open =
    sum(plain) >= ENOUGH
      ? plain.map(({ start, end, why }) => ({ start, end, text: text.slice(start, end), why }))
      : [];
  return [...open, ...inDisguise(text, sum(plain))].sort((a, b) => a.start - b.start || a.end - b.end);
};
