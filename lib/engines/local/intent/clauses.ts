import { sentencesOf } from '@/lib/core/text';
import { substanceOf } from './substance';

/** Where one sentence turns to another matter. */
const TURNS =
  /(?:[,;.–—-]\s*|\s)(?=(?:and also|also,? |plus |another thing|one more thing|on top of that|while (?:i have|i've got|i'm here)|as well as|besides|separately|secondly|oh and|y tambi[eé]n|adem[aá]s|otra cosa|aparte)\b)/giu;
/** How a part begins that says it is another matter. */
const TURNING =
  /^(?:and )?(?:also|plus|another thing|one more thing|on top of that|as well as|besides|separately|secondly|oh and|tambi[eé]n|adem[aá]s|otra cosa|aparte)\b/iu;
const LINES = /\n+/u;

/** Where a sentence may go on to another matter without saying so: at "and", before what begins a clause of its own. */
const JOINS =
  /(?:[,;]\s*|\s)(?:and|but|y|pero)\s+(?=(?:i|i['’]m|i['’]d|i['’]ve|we|my|our|the|there|is|are|do|does|can|could|will|what|where|when|why|how|please|pls|add|cancel|change|close|delete|move|remove|send|stop|tell|update|mi|el|la|no|quiero|necesito)\b)|[,;]\s+(?=(?:and |also )?(?:where|when|why|how|what|can|could)\b)/giu;

/** Whether a part says that it is another matter than what came before; then a word or two can state it. */
export const saysItTurns = (part: string): boolean => TURNING.test(part);

/** Parts of a message that could each be an issue of their own, in order; a message with one matter comes back whole. */
export const clausesOf = (text: string): string[] => {
  const parts = text
    .slice(0, 4000)
    .split(LINES)
    .flatMap((line) => sentencesOf(line))
    .flatMap((sentence) => sentence.split(TURNS))
    .map((part) => part.trim())
    .filter((part) => substanceOf(part) >= (saysItTurns(part) ? 0.25 : 0.5));
  return parts.length > 1 ? parts : [text];
};

/** Parts of a clause that hold together by no more than an "and", in order; none when it does not come apart. */
export const joinedIn = (clause: string): string[] => {
  const parts = clause.split(JOINS).map((part) => part.trim());
  return parts.length > 1 ? parts.filter((part) => substanceOf(part) >= 0.5) : [];
};
