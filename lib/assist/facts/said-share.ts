/** Words too common to show that something was said. */
const COMMON = new Set(
  'the a an and or to of in on for with is are was were it its this that these you your yours we our i me my can will would please let lets if at be have has had do does did not so just now from here there what which when where how who any one also then them they he she him her his their same still yet'.split(
    ' ',
  ),
);

/** Content words, cut to six letters so that "restart" and "restarted" meet. */
export const contentOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}$]+/gu) ?? [])
      .filter((word) => word.length > 2 && !COMMON.has(word))
      .map((word) => word.slice(0, 6)),
  );

/** Content words of `sentence` that stand in `text`. */
export const sharedWords = (sentence: string, text: string): number => {
  const within = contentOf(text);
  return [...contentOf(sentence)].filter((word) => within.has(word)).length;
};

/** How much of `sentence` was said in `text`, 0 to 1, by content words. */
export const saidShare = (sentence: string, text: string): number => {
  const { size } = contentOf(sentence);
  return size === 0 ? 0 : sharedWords(sentence, text) / size;
};
