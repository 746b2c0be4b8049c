import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { situationOf } from '@/lib/assist/facts/situation';
import type { WrapUpRequest } from '@/lib/assist/ports';
import { plainTriage } from '@/lib/assist/testing/plain-triage';
import { type Utterance, utterancesOf } from '@/lib/domain/conversation';
import type { HandoffPacket } from '@/lib/domain/handoff';
import { PACKET_WORDS } from '@/lib/domain/handoff';
import { categoryOf } from '@/lib/domain/intent';
import type { Triage } from '@/lib/domain/triage';
import { createLocalEngine } from '@/lib/engines/local/engine';
import { inventedIn } from '@/lib/learning/evaluation/invented';
import { GOLDEN_DAY, GOLDEN_FOLDER } from '@/lib/learning/evaluation/suites/golden';
import { loadPolicies } from '@/lib/policies/load';
import type { PolicySet } from '@/lib/policies/policy-set';
import { readSeedFiles, type SeedFiles } from '@/prisma/seed/files/seed-files';
import { type DemoWorld, readDemoWorld } from './demo-world';
import { inputOf } from './input-of';
import { type GoldenEngine, portsIn } from './ports-in';
import { readGoldenCases } from './read-cases';
import { packetText } from './reading';
import { seenOf } from './seen';
import { AMBIENT_DISPOSITIONS } from './testing/ambient-dispositions';

const SIGNAL = new AbortController().signal;

let policies: PolicySet;
let files: SeedFiles;
let world: DemoWorld;
let engine: GoldenEngine;

beforeAll(async () => {
  policies = await loadPolicies('policies');
  files = await readSeedFiles();
  world = await readDemoWorld(GOLDEN_DAY);
  const local = createLocalEngine(policies);
  engine = { ...local, local };
}, 120_000);

/** Values of one made-up account for the slots of past conversations. */
const SLOTS: Readonly<Record<string, string>> = {
  name: 'Ana Reyes',
  first_name: 'Ana',
  area: 'Cedar Hollow',
  device: 'LF-400 gateway',
  plan: 'Fiber 500',
  price: '$60.00',
  invoice: 'INV-2026-118204',
  invoice_total: '$112.40',
  order: 'ORD-73015524',
  item: 'LM-10 mesh point',
  visit: 'VIS-40021',
  visit_date: 'Tuesday, March 9',
  window: '10-12',
};

interface Talk {
  id: string;
  intent: string;
  utterances: Utterance[];
  escalated: boolean;
  right: readonly [string, readonly string[]];
}

const linesOf = (turns: readonly { from: Utterance['role']; say: string }[]): Utterance[] =>
  turns.map(({ from, say }, at) => ({
    turnId: `trn_${at + 1}`,
    role: from,
    text: say.replace(/\{([a-z_]{1,40})\}/g, (_slot, name: string) => SLOTS[name] ?? name),
  }));

const talks = (): Talk[] => [
  ...files.past.map(({ id, intent, turns, outcome, disposition: [first, second] }) => ({
    id,
    intent,
    utterances: linesOf(turns),
    escalated: outcome === 'escalated',
    right: [first, [second]] as const,
  })),
  ...files.ambient.map(({ id, intent, turns }) => ({
    id,
    intent,
    utterances: linesOf(turns),
    escalated: false,
    right: AMBIENT_DISPOSITIONS[id] ?? (['unlabelled', []] as const),
  })),
];

/** Triage whose intent a person set. */
const corrected = (id: string): Triage =>
  plainTriage({ id, category: categoryOf(id), title: id, confidence: 1 });

const wrapUp = async (talk: Pick<Talk, 'utterances' | 'escalated'>, triage: Triage | null) => {
  const request: WrapUpRequest = {
    utterances: talk.utterances,
    triage,
    steps: [],
    sent: [],
    escalated: talk.escalated,
    dispositions: policies.dispositions,
  };
  return (await engine.summariseWrapUp(request, { signal: SIGNAL })).value;
};

/** Shares of conversations whose first level, and whose whole disposition, is right. */
const filed = async (
  triageOf: (talk: Talk) => Triage | null,
): Promise<{ first: number; both: number; count: number }> => {
  const all = talks();
  let first = 0;
  let both = 0;
  for (const talk of all) {
    const { disposition } = await wrapUp(talk, triageOf(talk));
    if (disposition[0] !== talk.right[0]) continue;
    first++;
    if (talk.right[1].includes(disposition[1])) both++;
  }
  return { first: first / all.length, both: both / all.length, count: all.length };
};

describe('dispositions of own conversations', () => {
  it('are right when the intent is', async () => {
    const { first, both, count } = await filed(({ intent }) => corrected(intent));
    expect(count).toBeGreaterThanOrEqual(100);
    expect(first).toBe(1);
    expect(both).toBeGreaterThanOrEqual(0.92);
  });

  it('are mostly right when the intent has to be read too', async () => {
    const { first, both } = await filed(() => null);
    expect(first).toBeGreaterThanOrEqual(0.82);
    expect(both).toBeGreaterThanOrEqual(0.72);
  });

  it('promise a follow-up only where the rep did', async () => {
    const promised = await Promise.all(
      talks().map(async (talk) => ({ talk, followUp: (await wrapUp(talk, null)).followUp })),
    );
    const told = promised.flatMap(({ talk, followUp }) =>
      followUp === null ? [] : [{ followUp, reps: talk.utterances.filter(({ role }) => role === 'rep') }],
    );
    expect(told.length).toBeGreaterThan(0);
    for (const { followUp, reps } of told) {
      const words = followUp.replace(/^Promised: “|[”…]+$/gu, '');
      expect(reps.some(({ text }) => text.replace(/\s+/gu, ' ').includes(words))).toBe(true);
    }
  });
});

describe('nothing is invented', () => {
  const textsOf = (utterances: readonly Utterance[]): string[] => utterances.map(({ text }) => text);
  const wrapUpText = ({ notes, followUp }: { notes: string; followUp: string | null }): string =>
    [notes, followUp ?? ''].join(' ');

  it('in the wrap-up of any own conversation', async () => {
    const found: Record<string, string[]> = {};
    for (const talk of talks()) {
      const invented = inventedIn(wrapUpText(await wrapUp(talk, null)), textsOf(talk.utterances));
      if (invented.length > 0) found[talk.id] = invented;
    }
    expect(found).toEqual({});
  });

  it('in the wrap-up of conversations put together from lines of others', async () => {
    const pool = talks().flatMap(({ utterances }) => utterances);
    const line = fc.record({
      line: fc.integer({ min: 0, max: pool.length - 1 }),
      shape: fc.constantFrom('as it is', 'upper', 'half', 'twice'),
    });
    const said = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) =>
      lines.map(({ line: at, shape }, i): Utterance => {
        const { role, text } = pool[at] ?? { role: 'customer' as const, text: '' };
        const shaped = {
          'as it is': text,
          upper: text.toUpperCase(),
          half: text.slice(0, Math.ceil(text.length / 2)).toWellFormed(),
          twice: `${text}\n${text}`,
        }[shape];
        return { turnId: `trn_${i}`, role, text: shaped };
      }),
    );
    await fc.assert(
      fc.asyncProperty(said, async (utterances) => {
        const draft = await wrapUp({ utterances, escalated: false }, null);
        expect(inventedIn(wrapUpText(draft), textsOf(utterances))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('in the packet of any golden conversation', async () => {
    const ports = portsIn(world, engine, policies);
    // What the desk itself wrote: titles of intents, articles and incidents, and the labels of facts.
    const house = [
      ...policies.intents.map(({ title }) => title),
      ...world.articles.map(({ title }) => title),
      ...world.incidents.flatMap(({ number, title }) => [number, title]),
      'Account Plan Device Bill Order Visit Outage outage with us since',
    ];
    const found: Record<string, string[]> = {};
    for (const { golden } of await readGoldenCases(GOLDEN_FOLDER)) {
      const input = inputOf(golden, world);
      const { packet, triage, retrieval, resolution } = await seenOf(input, ports, SIGNAL);
      const facts = situationOf(input, triage, retrieval).facts.flatMap(({ label, value }) => [label, value]);
      const sources = [
        ...house,
        ...textsOf(utterancesOf(input.turns)),
        ...facts,
        ...triage.missing.map(({ ask }) => ask),
        ...resolution.steps.map((step) => step.do),
        ...input.account.services.map(({ plan }) => plan),
        JSON.stringify(input.account.customer),
        String(packet.words),
      ];
      const invented = inventedIn(packetText(packet), sources).filter((word) => !countsPlans(word, packet));
      if (invented.length > 0) found[golden.name] = invented;
      expect(packet.words).toBeLessThanOrEqual(PACKET_WORDS);
    }
    expect(found).toEqual({});
  }, 120_000);
});

/** "4 × Mobile Unlimited" counts the plans of the account. */
const countsPlans = (word: string, { customer }: HandoffPacket): boolean => customer.includes(`${word} × `);
