const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Sentences as stretches of the text, each with the space after it, but not with a line break that parts paragraphs. */
export const sentencesIn = (text: string): { start: number; end: number }[] =>
  [...SEGMENTER.segment(text)].map(({ segment, index }) => {
    const bare = segment.trimEnd().length;
    return { start: index, end: index + (segment.includes('\n', bare) ? bare : segment.length) };
  });
