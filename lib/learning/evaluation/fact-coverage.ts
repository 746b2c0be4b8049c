/**
 * Facts of a conversation by a plain definition of their own: nothing here asks the detectors that write the notes.
 *
 * - **Figures**, of either side: every word that holds a digit. Amounts, dates, times, telephone numbers, ids, versions, models and counts
 *   alike. A single digit alone is not one, since people write 2 for "to" and number the parts of a message.
 * - **Names**, of the customer: every run of words with a capital inside a sentence that is otherwise in small letters, unless the
 *   conversation has the word in small letters too. Places, products, companies and people.
 *
 * Links, handles and part numbers ("1/2") are no facts. Each fact counts once, however often it is said; there is no limit to how many a
 * conversation has. It is kept when the summary holds its words, in their order, as whole words.
 */
export interface Said {
  customer: boolean;
  text: string;
}

const NOISE = /https?:\/\/\S{1,500}|(?<!\S)[.]?@\w{1,40}/gu;
const PART = /^\(?[1-9]\/[1-9]?\)?[.^-]?$/u;

/** Letters and digits in small letters, one space between what anything else stood between. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const figuresIn = (text: string): string[] =>
  text
    .split(/\s+/u)
    .filter((word) => /\d/u.test(word) && !PART.test(word))
    .map(plain)
    .filter((figure) => figure.length > 1);

const SENTENCE_END = /[.!?:…"“”)\]]$/u;
const CAPITAL = /^[("'“‘]?(?:\p{Lu}\p{Ll}|\p{Ll}\p{Lu})[\p{L}\p{N}'’-]*/u;
const CONTRACTED_I = /^i['’]/iu;

const namesInLine = (line: string, common: ReadonlySet<string>): string[] => {
  const words = line.split(/\s+/u).filter(Boolean);
  const capital = words.map(
    (word) => CAPITAL.test(word) && !CONTRACTED_I.test(word) && !common.has(plain(word)),
  );
  if (words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length) return [];
  const names: string[] = [];
  for (let i = 1; i < words.length; i++) {
    if (!capital[i] || SENTENCE_END.test(words[i - 1] ?? '')) continue;
    const first = i;
    while (capital[i + 1] && !/[,.;!?:]$/u.test(words[i] ?? '')) i++;
    names.push(plain(words.slice(first, i + 1).join(' ')));
  }
  return names.filter((name) => name.length > 1);
};

/** The distinct facts of a conversation, in order. */
export const factsGiven = (said: readonly Said[]): string[] => {
  const texts = said.map(({ customer, text }) => ({ customer, text: text.replace(NOISE, ' ') }));
  const common = new Set(
    texts.flatMap(({ text }) => text.match(/(?<![\p{L}\p{N}])\p{Ll}+(?![\p{L}\p{N}])/gu) ?? []),
  );
  return [
    ...new Set(
      texts.flatMap(({ customer, text }) => [
        ...figuresIn(text),
        ...(customer ? text.split('\n').flatMap((line) => namesInLine(line, common)) : []),
      ]),
    ),
  ];
};

/** How many of a conversation's facts a summary keeps, and how many there are. */
export const factCoverage = (said: readonly Said[], summary: string): { kept: number; given: number } => {
  const given = factsGiven(said);
  const text = ` ${plain(summary)} `;
  return { kept: given.filter((fact) => text.includes(` ${fact} `)).length, given: given.length };
};
