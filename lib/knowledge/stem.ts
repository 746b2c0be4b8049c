/** Suffix tables of the Porter stemmer (M. F. Porter, An algorithm for suffix stripping, 1980), longest first. */
const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['eli', 'e'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP_4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ion',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'al',
  'er',
  'ic',
  'ou',
];

const isVowel = (word: string, at: number): boolean => {
  const letter = word[at];
  if (letter === undefined) return false;
  if ('aeiou'.includes(letter)) return true;
  return letter === 'y' && at > 0 && !isVowel(word, at - 1);
};

/** Vowel-consonant sequences in the stem: Porter's m. */
const measure = (stem: string): number => {
  let count = 0;
  for (let i = 1; i < stem.length; i++) if (isVowel(stem, i - 1) && !isVowel(stem, i)) count++;
  return count;
};

const hasVowel = (stem: string): boolean => {
  for (let i = 0; i < stem.length; i++) if (isVowel(stem, i)) return true;
  return false;
};

const endsDouble = (word: string): boolean =>
  word.length > 1 && word.at(-1) === word.at(-2) && !isVowel(word, word.length - 1);

const endsShort = (word: string): boolean => {
  const last = word.length - 1;
  if (last < 2) return false;
  return (
    !isVowel(word, last) &&
    isVowel(word, last - 1) &&
    !isVowel(word, last - 2) &&
    !'wxy'.includes(word[last] ?? '')
  );
};

const withoutPlural = (word: string): string => {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
};

const withoutTense = (word: string): string => {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = word.endsWith('ing') ? 3 : word.endsWith('ed') ? 2 : 0;
  const stem = word.slice(0, word.length - suffix);
  if (suffix === 0 || !hasVowel(stem)) return word;
  if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) return `${stem}e`;
  if (endsDouble(stem) && !'lsz'.includes(stem.at(-1) ?? '')) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
};

const replaceSuffix = (word: string, table: readonly (readonly [string, string])[]): string => {
  const found = table.find(([suffix]) => word.endsWith(suffix));
  if (!found) return word;
  const stem = word.slice(0, word.length - found[0].length);
  return measure(stem) > 0 ? stem + found[1] : word;
};

const withoutEnding = (word: string): string => {
  const suffix = STEP_4.find((ending) => word.endsWith(ending));
  if (!suffix) return word;
  const stem = word.slice(0, word.length - suffix.length);
  if (measure(stem) <= 1) return word;
  return suffix === 'ion' && !stem.endsWith('s') && !stem.endsWith('t') ? word : stem;
};

/** The Porter stem of a lower-case English word: `cancellations` and `cancelled` are both `cancel`. Words with digits stay as they are. */
export const stem = (word: string): string => {
  if (word.length < 3 || word.length > 40 || !/^[a-z]+$/.test(word)) return word;
  let out = withoutTense(withoutPlural(word));
  if (out.endsWith('y') && hasVowel(out.slice(0, -1))) out = `${out.slice(0, -1)}i`;
  out = withoutEnding(replaceSuffix(replaceSuffix(out, STEP_2), STEP_3));
  const bare = out.slice(0, -1);
  if (out.endsWith('e') && (measure(bare) > 1 || (measure(bare) === 1 && !endsShort(bare)))) out = bare;
  return out.endsWith('ll') && measure(out) > 1 ? out.slice(0, -1) : out;
};
