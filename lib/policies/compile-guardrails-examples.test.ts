import { expect, it } from 'vitest';
import { compilePolicies } from './load';
import { PolicyError } from './problem';
import { readFolder } from './read-folder';

const FILE = 'guardrails.examples.yaml';
const { files } = await readFolder('policies');
const text = files.get(FILE) ?? '';

/** What is wrong with the file after a change, as file:line reason. */
const faultsAfter = (from: string, to: string): string[] => {
  expect(text).toContain(from);
  try {
    compilePolicies(new Map([...files, [FILE, text.replace(from, to)]]));
    return [];
  } catch (thrown) {
    if (!(thrown instanceof PolicyError)) throw thrown;
    return thrown.policyProblems.map(({ file, line, reason }) => `${file}:${line} ${reason}`);
  }
};
const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

it('names a rule that guardrails.yaml does not have, on its line', () => {
  expect(faultsAfter('\n  legal-advice:\n', '\n  legal-advise:\n')).toEqual([
    expect.stringContaining(`${FILE}:${lineOf('  legal-advice:\n')} "legal-advise" is not a rule`),
  ]);
});

it('names a cue that is not there', () => {
  expect(faultsAfter('needs: [law]', 'needs: [law, lore]')).toEqual([
    expect.stringMatching(/examples\.yaml:\d+ "lore" is not among the cues/),
  ]);
});

it('names an example that stands there twice, with the line of the first', () => {
  const example = 'Spectrum advertises a gig but nobody ever sees it.';
  expect(faultsAfter(`- ${example}\n`, `- ${example}\n        - ${example.toUpperCase()}\n`)).toEqual([
    `${FILE}:${lineOf(example) + 1} the example "${example.toUpperCase()}" is also on line ${lineOf(example)}`,
  ]);
});

it('names a phrase that cannot be read', () => {
  expect(faultsAfter('"<novelty>"', '"<novelties>"')).toEqual([
    expect.stringContaining(`${FILE}:${lineOf('"<novelty>"')} `),
  ]);
});

it('takes no certainty below one in two', () => {
  expect(faultsAfter('find: 0.75', 'find: 0.3')).toEqual([expect.stringMatching(/sure\.find/)]);
});
