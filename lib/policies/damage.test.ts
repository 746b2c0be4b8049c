import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from './read-folder';
import { type PolicyStore, policyStore } from './store';

const DIR = join(import.meta.dirname, '../../policies');
const { files } = await readFolder(DIR);

const text = (path: string): string => files.get(path) ?? '';
const lineOf = (path: string, needle: string): number =>
  text(path)
    .split('\n')
    .findIndex((line) => line.includes(needle)) + 1;

/** One way to break a file: its new content (null takes it away), the line that must be named and what the reason speaks of. */
interface Damage {
  name: string;
  file: string;
  to: string | Uint8Array | null;
  line: number;
  reason: RegExp;
}

const ESCALATION = 'escalation.yaml';
const GUARDRAILS = 'guardrails.yaml';
const PHRASE = '- "(sneak peek|early access)"';
const LEGAL = 'when: "triage.flags.legal"';
const atLegal = (name: string, when: string, reason: RegExp): Damage => ({
  name,
  file: ESCALATION,
  to: text(ESCALATION).replace(LEGAL, () => `when: ${JSON.stringify(when)}`),
  line: lineOf(ESCALATION, LEGAL),
  reason,
});
const changed = (name: string, file: string, from: string, to: string, reason: RegExp): Damage => ({
  name,
  file,
  to: text(file).replace(from, () => to),
  line: lineOf(file, from),
  reason,
});
const whole = (
  name: string,
  file: string,
  to: string | Uint8Array,
  line: number,
  reason: RegExp,
): Damage => ({
  name,
  file,
  to,
  line,
  reason,
});

/** Lists of lists of the list before: few lines that would be many things. */
const ALIAS_BOMB = 'a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n';

const DAMAGES: Damage[] = [
  whole('a bracket that is never closed', 'queues.yaml', '- { id: a', 1, /flow|sufficiently|\}/i),
  whole('tabs for indentation', 'queues.yaml', '- id: a\n\ttitle: b\n', 2, /tab/i),
  changed('an id that is there twice', ESCALATION, '- id: regulator', '- id: legal-language', /twice/),
  atLegal('an unknown name', 'triage.flags.leagl', /leagl/),
  atLegal('a clause that is no yes or no', 'triage.confidence', /double|bool/),
  atLegal('a regular expression on the text of a user', "triage.category.matches('(a+)+$')", /matches/),
  atLegal('a clause nested too deeply', `${'('.repeat(40)}triage.flags.legal${')'.repeat(40)}`, /dep/i),
  atLegal('a clause that is too long', Array(60).fill('triage.flags.legal').join(' || '), /600|long/),
  atLegal('a call that is not offered', 'triage.category.constructor()', /constructor/),
  changed('an unknown queue', ESCALATION, 'to: legal-desk', 'to: moon-desk', /not a queue/),
  changed('a number that is a word', ESCALATION, 'soft_threshold: 0.7', 'soft_threshold: lots', /number/),
  changed('a key that nobody knows', ESCALATION, 'soft_threshold: 0.7', 'soft_treshold: 0.7', /soft_t/),
  { name: 'a file that is gone', file: 'guardrails.yaml', to: null, line: 1, reason: /missing/ },
  whole('aliases that multiply', 'macros.yaml', ALIAS_BOMB, 1, /alias/),
  whole('an alias of itself', 'macros.yaml', 'a: &a\n  b: *a\n', 1, /alias/),
  whole('lists within lists', 'macros.yaml', `a: ${'['.repeat(5_000)}`, 1, /deep/),
  whole('a file that is too long', 'macros.yaml', `# ${'x'.repeat(300_000)}\n`, 1, /longer/),
  whole('a file larger than any policy', 'macros.yaml', `# ${'x'.repeat(1_200_000)}\n`, 1, /larger|missing/),
  whole(
    'bytes that are no text',
    'macros.yaml',
    Uint8Array.from({ length: 512 }, (_, i) => (i * 37) % 256),
    1,
    /./,
  ),
  whole('nothing at all', 'macros.yaml', '', 1, /./),
  whole('a tag that would make an object', 'macros.yaml', '- !!js/function "x"\n', 1, /tag/),
  changed('a phrase whose group stays open', GUARDRAILS, PHRASE, '- "(sneak peek"', /closed/),
  changed('a phrase that begins with a gap', GUARDRAILS, PHRASE, '- "** soon"', /gap/),
  changed('a list of words that is not there', GUARDRAILS, PHRASE, '- "<nowhere> soon"', /nowhere/),
  changed(
    'a severity that nobody knows',
    GUARDRAILS,
    'severity: repair',
    'severity: severe',
    /severity|option/i,
  ),
  changed('a flag that nobody knows', GUARDRAILS, 'flag: regulator', 'flag: regulador', /not a flag/),
];

describe('a damaged policy file', () => {
  let dir: string;
  let store: PolicyStore;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'policies-'));
    await cp(DIR, dir, { recursive: true });
    store = await policyStore(dir);
  });
  afterAll(() => rm(dir, { recursive: true }));

  it.each(DAMAGES)(
    'with $name is refused by file, line and reason, and the last good version stays',
    async (damage) => {
      const { file, to, line, reason } = damage;
      const before = store.current();
      if (to === null) await rm(join(dir, file));
      else {
        expect(to).not.toBe(text(file));
        await writeFile(join(dir, file), to);
      }
      const reload = await store.reload();
      await writeFile(join(dir, file), text(file));
      const problems = reload.ok ? [] : reload.problems.filter((problem) => problem.file === file);
      expect(problems).toContainEqual({ file, line, reason: expect.stringMatching(reason) });
      expect(store.current()).toBe(before);
    },
  );

  it('does no harm once it is mended', async () => {
    expect(await store.reload()).toMatchObject({ ok: true, changed: false });
  });
});
