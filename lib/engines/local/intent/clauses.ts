import { sentencesOf } from '@/lib/core/text';
import { substanceOf } from './substance';

/** Where one sentence turns to another matter. */
const TURNS =
  /(?:[,;.–—-]\s*|\s)(?=(?:and also|also,? |plus |another thing|one more thing|on top of that|while (?:i have|i've got|i'm here)|as well as|besides|separately|secondly|oh and|y tambi[eé]n|adem[aá]s|otra cosa|aparte)\b)/giu;
const LINES = /\n+/u;

/** Parts of a message that could each be an issue of their own, in order; a message with one matter comes back whole. */
export const clausesOf = (text: string): string[] => {
  const parts = text
    .slice(0, 4000)
    .split(LINES)
    .flatMap((line) => sentencesOf(line))
    .flatMap((sentence) => sentence.split(TURNS))
    .map((part) => part.trim())
    .filter((part) => substanceOf(part) >= 0.5);
  return parts.length > 1 ? parts : [text];
};
