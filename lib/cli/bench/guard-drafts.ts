import { seededRandom, shuffle } from '@/lib/core/random';
import { readFolder } from '@/lib/policies/read-folder';
import { readGuardCorpus } from '@/lib/rules/guard-corpus';

const CORPUS = 'lib/rules/testing/guard-corpus';

/** Drafts of about so many characters, put together from the guardrails' own corpus: half of what they say breaks a rule. */
export const draftsOf = async (characters: number, count: number): Promise<string[]> => {
  const said = readGuardCorpus((await readFolder(CORPUS)).files).map(({ input }) => input.text);
  const random = seededRandom(characters);
  return Array.from({ length: count }, () => {
    const words = shuffle([...said], random);
    let draft = '';
    while (draft.length < characters) draft += `${words.pop() ?? ''} `;
    return draft.slice(0, characters).trim();
  });
};
