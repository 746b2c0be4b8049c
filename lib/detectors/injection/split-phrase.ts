const LONGEST = 240;
const GROUP = /\(([^()]*\|[^()]*)\)/g;

/** A phrase too long for one source as several that together match the same: its longest group of alternatives is halved until each fits. */
export const splitPhrase = (phrase: string): string[] => {
  if (phrase.length <= LONGEST) return [phrase];
  const longest = [...phrase.matchAll(GROUP)].sort((a, b) => b[0].length - a[0].length)[0];
  if (longest === undefined) return [phrase];
  const choices = (longest[1] ?? '').split('|');
  const half = Math.ceil(choices.length / 2);
  return [choices.slice(0, half), choices.slice(half)].flatMap((part) =>
    splitPhrase(
      `${phrase.slice(0, longest.index)}(${part.join('|')})${phrase.slice(longest.index + longest[0].length)}`,
    ),
  );
};
