import type { CompiledGuardrails } from '../policies/policy-set';
import { type GuardInput, guard } from '../rules/guard';

/**
 * Whether a reply that is still being written may be seen as far as it got: nothing that stands there would be blocked or repaired.
 * What is missing may still come.
 */
export const mayShow = (policy: CompiledGuardrails, input: GuardInput): boolean =>
  guard(policy, input).findings.every(({ severity, start, end }) => severity === 'warn' || start === end);

/** Words that arrive faster than this are looked at together. */
const LOOK_MS = 40;

/** What of a growing text is words that are complete: half a figure is another figure. */
const completeWords = (text: string): string => text.slice(0, text.search(/\S*$/u));

/**
 * Passes the text of a reply on while it is written, word by word, as long as nothing in it would be blocked or repaired: from the
 * first such place on nothing more is shown, and the finished cue replaces what was. `allowed` judges the whole text so far.
 */
export const createLiveReply = (
  allowed: (text: string) => boolean,
  show: (delta: string) => void,
): { push(delta: string): void; end(): void } => {
  let text = '';
  let shown = 0;
  let timer: NodeJS.Timeout | null = null;
  let silent = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const look = (): void => {
    timer = null;
    if (silent) return;
    lookedAt = performance.now();
    const ready = completeWords(text);
    if (ready.length <= shown) return;
    if (!allowed(ready)) {
      silent = true;
      return;
    }
    show(ready.slice(shown));
    shown = ready.length;
  };

  return {
    push: (delta) => {
      text += delta;
      if (silent || timer !== null) return;
      const wait = lookedAt + LOOK_MS - performance.now();
      if (wait <= 0) look();
      else timer = setTimeout(look, wait);
    },
    end: () => {
      silent = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
};
