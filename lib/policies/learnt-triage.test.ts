import { beforeAll, expect, test } from 'vitest';
import { compilePolicies } from './load';
import { PolicyError, problemLine } from './problem';
import { readFolder } from './read-folder';

const EXAMPLES = 'triage/flags.examples.yaml';
const SCOPE = 'triage/scope.yaml';
let files: ReadonlyMap<string, string>;
beforeAll(async () => {
  ({ files } = await readFolder('policies'));
});

/** What is said of the policies when one file reads otherwise. */
const problemsWith = (path: string, change: (text: string) => string | null): string[] => {
  const changed = new Map(files);
  const text = change(files.get(path) ?? '');
  if (text === null) changed.delete(path);
  else changed.set(path, text);
  try {
    compilePolicies(changed);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.policyProblems.map(problemLine);
  }
};
const lineOf = (text: string, part: string): number =>
  text.split('\n').findIndex((line) => line.includes(part)) + 1;

test('an example that stands there twice is named with both lines', () => {
  const doubled = (text: string): string => `${text}      - Talk to a PERSON  please\n`;
  const text = files.get(EXAMPLES) ?? '';
  const last = doubled(text).trimEnd().split('\n').length;
  expect(problemsWith(EXAMPLES, doubled)).toEqual([
    `${EXAMPLES}:${last} the example "Talk to a PERSON  please" is also on line ${lineOf(text, 'talk to a person please')}`,
  ]);
});

test('an empty group, a key that is not known and a missing file are told with their place', () => {
  expect(
    problemsWith(EXAMPLES, (text) => text.replace('  look_alikes:', '  other:\n    a: [b]\n  look_alikes:')),
  ).toEqual([expect.stringMatching(/^triage\/flags\.examples\.yaml:\d+ human_requested: Unrecognized key/u)]);
  expect(problemsWith(EXAMPLES, (text) => `${text}    nothing: []\n`)).toEqual([
    expect.stringMatching(/^triage\/flags\.examples\.yaml:\d+ human_requested\.look_alikes\.nothing: /u),
  ]);
  expect(problemsWith(EXAMPLES, () => null)).toEqual([`${EXAMPLES}:1 is missing`]);
});

test('a scope with too few messages from outside is refused', () => {
  expect(problemsWith(SCOPE, () => 'inside: []\noutside: [boil an egg]\n')).toEqual([
    expect.stringMatching(/^triage\/scope\.yaml:\d outside: /u),
  ]);
  expect(problemsWith(SCOPE, () => null)).toEqual([`${SCOPE}:1 is missing`]);
});
