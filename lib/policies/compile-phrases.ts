import { z } from 'zod';
import { PhraseError, parsePhrase, type WordLists } from './phrase-source';
import { compilePhrases, type PhraseSet } from './phrases';
import type { Parsed, PolicySource } from './policy-source';
import type { YamlPath } from './yaml-source';

/** The phrases at a path of a file as one matcher; a malformed or repeated one is a problem on its own line. */
export const phrasesAt = (
  source: PolicySource,
  parsed: Parsed<unknown>,
  path: YamlPath,
  phrases: readonly string[],
): PhraseSet => {
  const sound = phrases.filter((phrase, i) => {
    if (/\s#/.test(source.textAt(parsed, [...path, i])) && !phrase.includes('#'))
      source.fault(parsed, [...path, i], 'after "#" YAML reads a comment: put the phrase in quotes');
    if (phrases.indexOf(phrase) !== i)
      source.fault(parsed, [...path, i], `the phrase "${phrase}" is there twice`);
    try {
      compilePhrases([phrase], source.lists);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof PhraseError)) throw thrown;
      source.fault(parsed, [...path, i], thrown.message);
      return false;
    }
  });
  return compilePhrases(sound, source.lists);
};

const wordsPolicySchema = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/, 'a list is named in small letters'),
  z.array(z.string().min(1)).min(1),
);

/** words.yaml, which every other file's phrases may name; a malformed entry is a problem on its own line. */
export const loadWords = (source: PolicySource): WordLists => {
  const parsed = source.parse('words.yaml', wordsPolicySchema);
  if (parsed === undefined) return {};
  const sound = (name: string, word: string, i: number): boolean => {
    try {
      parsePhrase(word);
      return true;
    } catch (thrown) {
      if (!(thrown instanceof PhraseError)) throw thrown;
      source.fault(parsed, [name, i], `"${word}": ${thrown.message}`);
      return false;
    }
  };
  return Object.fromEntries(
    Object.entries(parsed.value).map(([name, words]) => [
      name,
      words.filter((word, i) => sound(name, word, i)),
    ]),
  );
};
