const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences as stretches of the text, each with the space after it, but not with a line break that parts paragraphs. */
export const sentencesIn = (text: string): { start: number; end: number }[] =>
  [...SEGMENTER.segment(text)].map(({ segment, index }) => {
    const bare = segment.trimEnd().length;
    return { start: index, end: index + (segment.includes('\n', bare) ? bare : segment.length) };
  });

/** Words that tie a sentence to the one before it; where that one is left out they hang in the air. */
const CONNECTIVE =
  /^(?:but|and|so|or|yet|still|also|plus|then|however|otherwise|therefore|instead|that said|in that case|pero|y|o|además|entonces|sin embargo|aun así),? (?=\p{L})/iu;

/** The words a sentence begins with that tie it to the one before it, with the space after them; empty where it stands alone. */
export const tieOf = (sentence: string): string => CONNECTIVE.exec(sentence)?.[0] ?? '';
