import { pick } from '@/lib/core/random';
import type { Article } from '@/lib/domain/knowledge';

/** Facts of an article that was made up; as the demo's own have. */
const FACTS = 8;

const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fen',
  'gra',
  'hol',
  'ist',
  'jun',
  'kel',
  'lor',
  'mar',
  'nev',
  'ost',
  'pel',
  'quil',
  'ros',
  'sten',
  'tor',
  'ul',
  'ver',
];

/** A name that no article has, so that the vocabulary grows with the articles as it does in a real knowledge base. */
const newName = (random: () => number): string =>
  `${pick(SYLLABLES, random)}${pick(SYLLABLES, random)}${pick(SYLLABLES, random)}`;

/**
 * The articles, and as many made from their sentences as it takes for `size` passages: half of one fact joined to half of another,
 * about a product with a name of its own.
 */
export const grownTo = (articles: readonly Article[], size: number, random: () => number): Article[] => {
  const facts = articles.flatMap((article) => article.facts);
  const half = (text: string, first: boolean): string => {
    const words = text.split(' ');
    const middle = Math.ceil(words.length / 2);
    return (first ? words.slice(0, middle) : words.slice(middle)).join(' ');
  };
  const grown: Article[] = [];
  let passages = 0;
  for (const article of articles) {
    if (passages >= size) break;
    grown.push(article);
    passages += article.facts.length + article.steps.length;
  }
  while (passages < size) {
    const like = pick(articles, random);
    const name = newName(random);
    const count = Math.min(FACTS, size - passages);
    grown.push({
      ...like,
      id: `made-${grown.length}`,
      title: `${like.title} on the ${name}`,
      facts: Array.from(
        { length: count },
        () => `${half(pick(facts, random), true)} ${name} ${half(pick(facts, random), false)}`,
      ),
      steps: [],
      related: [],
    });
    passages += count;
  }
  return grown;
};
