import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilePolicies, loadPolicies } from './load';
import { PolicyError, type PolicyProblem, problemLine } from './problem';
import { readFolder } from './read-folder';
import { policyStore } from './store';

const DIR = join(import.meta.dirname, '../../policies');
let files: Map<string, string>;

beforeAll(async () => {
  files = (await readFolder(DIR)).files;
});

const problemsOf = (change: Record<string, string | null>): readonly PolicyProblem[] => {
  const changed = new Map(files);
  for (const [path, text] of Object.entries(change)) {
    if (text === null) changed.delete(path);
    else changed.set(path, text);
  }
  try {
    compilePolicies(changed);
    return [];
  } catch (thrown) {
    if (thrown instanceof PolicyError) return thrown.policyProblems;
    throw thrown;
  }
};

const replaced = (path: string, from: string | RegExp, to: string): Record<string, string> => {
  const text = files.get(path) ?? '';
  const next = text.replace(from, to);
  expect(next).not.toBe(text);
  return { [path]: next };
};

const lineOf = (path: string, needle: string): number =>
  (files.get(path) ?? '').split('\n').findIndex((line) => line.includes(needle)) + 1;

describe('policies', () => {
  it('load as they stand, frozen, with a hash over every file', () => {
    const policies = compilePolicies(files);
    expect(policies.flags.map(({ flag }) => flag)).toContain('human_requested');
    expect(Object.isFrozen(policies.escalation.hard[0])).toBe(true);
    expect(policies.files.every(({ path }) => !path.endsWith('.cases.yaml'))).toBe(true);
    const changed = new Map(files).set('prompts/triage.md', 'other words');
    expect(compilePolicies(changed).hash).not.toBe(policies.hash);
    expect(compilePolicies(new Map(files).set('escalation.cases.yaml', '[]')).hash).toBe(policies.hash);
  });

  it('name the line of an unknown fact, a clause that is no yes or no, and one that runs an expression of its own', () => {
    const line = lineOf('escalation.yaml', 'when: "triage.flags.legal"');
    for (const when of ['triage.flags.leagl', 'triage.confidence', "triage.category.matches('a')"]) {
      const [problem, ...others] = problemsOf(
        replaced('escalation.yaml', 'when: "triage.flags.legal"', `when: "${when}"`),
      );
      expect(others).toEqual([]);
      expect(problem).toMatchObject({ file: 'escalation.yaml', line });
      expect(problem?.reason).toContain(when);
    }
  });

  it('name the line of an unknown queue, key, slot, and of an id that is there twice', () => {
    const [queue] = problemsOf(replaced('escalation.yaml', 'to: legal-desk', 'to: legal-dask'));
    expect(queue).toEqual({
      file: 'escalation.yaml',
      line: lineOf('escalation.yaml', 'to: legal-desk'),
      reason: '"legal-dask" is not a queue',
    });
    const [key] = problemsOf(
      replaced('escalation.yaml', 'soft_threshold: 0.7', 'soft_threshold: 0.7\nsofter: 1'),
    );
    expect(key).toMatchObject({
      line: lineOf('escalation.yaml', 'soft_threshold: 0.7') + 1,
      reason: expect.stringContaining('softer'),
    });
    const [slot] = problemsOf(
      replaced('escalation.yaml', '{triage.sentiment.score}', '{triage.sentiment.scoer}'),
    );
    expect(slot?.reason).toContain('{triage.sentiment.scoer}');
    const [unplaced] = problemsOf(
      replaced('escalation.yaml', 'queue_order: [safety-desk, ', 'queue_order: ['),
    );
    expect(unplaced).toMatchObject({
      line: lineOf('escalation.yaml', 'to: safety-desk'),
      reason: expect.stringContaining('queue_order'),
    });
    const [twice] = problemsOf(replaced('escalation.yaml', '- id: regulator', '- id: legal-language'));
    expect(twice).toMatchObject({
      line: lineOf('escalation.yaml', '- id: regulator'),
      reason: 'the id "legal-language" is there twice',
    });
  });

  it('name the line of a malformed phrase, a list that is not there, and a phrase cut short by a comment', () => {
    const line = lineOf('triage/flags.yaml', '    - lawsuit*');
    const put = (phrase: string) =>
      problemsOf(replaced('triage/flags.yaml', '    - lawsuit*\n', `    - ${phrase}\n`));
    expect(put('"(never closed"')).toEqual([
      { file: 'triage/flags.yaml', line, reason: expect.stringContaining('never closed') },
    ]);
    expect(put('<nobody>')).toEqual([
      { file: 'triage/flags.yaml', line, reason: expect.stringContaining('nobody') },
    ]);
    expect(put('owe # dollars')).toEqual([
      { file: 'triage/flags.yaml', line, reason: expect.stringContaining('quotes') },
    ]);
    expect(put('suing')).toEqual([
      { file: 'triage/flags.yaml', line: line + 2, reason: expect.stringContaining('twice') },
    ]);
  });

  it('refuse an intent in the wrong place and an example that two intents share', () => {
    const path = 'triage/intents/billing/dispute-charge.yaml';
    const text = files.get(path) ?? '';
    const moved = problemsOf({ [path]: null, 'triage/intents/billing/elsewhere.yaml': text });
    expect(moved).toEqual([
      expect.objectContaining({
        file: 'triage/intents/billing/elsewhere.yaml',
        reason: expect.stringContaining('billing.elsewhere'),
      }),
    ]);
    const shared =
      compilePolicies(files).intents.find(({ id }) => id === 'technical.slow-internet')?.examples[0] ?? '';
    const problems = problemsOf({
      [path]: `${text.trimEnd()}\n  - ${JSON.stringify(`  ${shared.toUpperCase()} `)}\n`,
    });
    expect(problems).toEqual([expect.objectContaining({ reason: expect.stringContaining('is also at') })]);
  });

  it('list every problem at once, files that are missing too', () => {
    const problems = problemsOf({
      'agents.yaml': null,
      'knowledge.yaml': 'passages: many',
      'queues.yaml': '- { id: a',
    });
    expect(problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['agents.yaml', 'knowledge.yaml', 'queues.yaml']),
    );
    expect(problems.find(({ file }) => file === 'agents.yaml')?.reason).toBe('is missing');
    expect(problems.every(({ line }) => line >= 1)).toBe(true);
    expect(problemLine({ file: 'a.yaml', line: 3, reason: 'b' })).toBe('a.yaml:3 b');
  });

  it('want the prompt of every role, once there are prompts', () => {
    const prompts = Object.fromEntries(
      [...files.keys()].filter((path) => path.startsWith('prompts/')).map((path) => [path, null]),
    );
    expect(problemsOf(prompts)).toEqual([]);
    expect(problemsOf({ 'prompts/triage.md': null })).toEqual([
      {
        file: 'agents.yaml',
        line: lineOf('agents.yaml', 'prompt: triage'),
        reason: 'prompts/triage.md is missing',
      },
    ]);
  });
});

describe('the policies in force', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'policies-'));
    await cp(DIR, dir, { recursive: true });
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('change when the files do, and stay when a file breaks', async () => {
    const store = await policyStore(dir);
    const before = store.current();
    expect(await store.reload()).toMatchObject({ ok: true, changed: false });
    const path = join(dir, 'escalation.yaml');
    const text = files.get('escalation.yaml') ?? '';
    await writeFile(path, text.replace('soft_threshold: 0.7', 'soft_threshold: lots'));
    expect(await store.reload()).toEqual({
      ok: false,
      problems: [
        expect.objectContaining({
          file: 'escalation.yaml',
          line: lineOf('escalation.yaml', 'soft_threshold: 0.7'),
        }),
      ],
    });
    expect(store.current()).toBe(before);
    await writeFile(path, text.replace('soft_threshold: 0.7', 'soft_threshold: 0.8'));
    expect(await store.reload()).toMatchObject({ ok: true, changed: true });
    expect(store.current().escalation.soft_threshold).toBe(0.8);
    expect(store.current().hash).not.toBe(before.hash);
  });

  it('must be good to begin with', async () => {
    await expect(loadPolicies(join(dir, 'nowhere'))).rejects.toThrow(PolicyError);
    await expect(policyStore(join(dir, 'nowhere'))).rejects.toThrow(/cannot be read/);
  });
});
