import { detectLanguage } from '@/lib/detectors/language';
import { PACKET_WORDS } from '@/lib/domain/handoff';
import type { StepId } from '@/lib/domain/run';
import { urgencySchema } from '@/lib/domain/triage';
import type { Expectation, RiskLevel } from './case-file';
import { contains, packetText, quotesInternal, sayable } from './reading';
import type { Seen } from './seen';

/** One thing that was judged, by the step that answers for it. */
export interface Verdict {
  step: StepId;
  what: string;
  expected: string;
  got: string;
  passed: boolean;
}

type Judged = Omit<Verdict, 'step'> | null;
type Judge = (expect: Expectation, seen: Seen) => Judged[];

const URGENCY = urgencySchema.options;
const list = (items: readonly string[]): string => (items.length === 0 ? 'none' : items.join(', '));

const oneOf = (what: string, wanted: readonly string[] | undefined, got: string): Judged =>
  wanted ? { what, expected: wanted.join(' or '), got, passed: wanted.includes(got) } : null;

const anyOf = (what: string, wanted: readonly string[] | undefined, got: readonly string[]): Judged =>
  wanted
    ? {
        what,
        expected: wanted.join(' or '),
        got: list(got),
        passed: wanted.some((item) => got.includes(item)),
      }
    : null;

const allOf = (what: string, wanted: readonly string[] | undefined, got: readonly string[]): Judged =>
  wanted
    ? { what, expected: list(wanted), got: list(got), passed: wanted.every((item) => got.includes(item)) }
    : null;

const noneOf = (what: string, forbidden: readonly string[] | undefined, got: readonly string[]): Judged =>
  forbidden
    ? {
        what,
        expected: `not ${forbidden.join(', ')}`,
        got: list(got),
        passed: !forbidden.some((item) => got.includes(item)),
      }
    : null;

const levelOf = (risk: number): RiskLevel => (risk < 1 / 3 ? 'low' : risk < 2 / 3 ? 'medium' : 'high');

const DIMENSIONS = ['sentiment', 'complexity', 'business'] as const;

const triage: Judge = (expect, { triage: seen }) => {
  const raised = seen.flags.map(({ flag }) => flag);
  const { urgency_at_least: floor } = expect;
  return [
    oneOf('intent', expect.intent, seen.intent.id),
    oneOf('category', expect.category === undefined ? undefined : [expect.category], seen.intent.category),
    anyOf(
      'mentions',
      expect.mentions,
      [seen.intent, ...seen.secondary].map(({ id }) => id),
    ),
    allOf('flags', expect.flags, raised),
    noneOf('no flags', expect.no_flags, raised),
    floor
      ? {
          what: 'urgency',
          expected: `${floor} or above`,
          got: seen.urgency.level,
          passed: URGENCY.indexOf(seen.urgency.level) >= URGENCY.indexOf(floor),
        }
      : null,
    oneOf('mood', expect.mood, seen.sentiment.label),
    oneOf('language', expect.language === undefined ? undefined : [expect.language], seen.language),
    allOf(
      'missing',
      expect.missing,
      seen.missing.map(({ field }) => field),
    ),
  ];
};

const retrieve: Judge = (expect, { retrieval }) => [
  anyOf('article', expect.article, [...new Set(retrieval.passages.map(({ articleId }) => articleId))]),
  anyOf('stale', expect.stale, [
    ...new Set(retrieval.passages.flatMap(({ articleId, stale }) => (stale ? [articleId] : []))),
  ]),
  allOf(
    'incidents',
    expect.incidents,
    retrieval.incidents.map(({ number }) => number),
  ),
];

const escalate: Judge = (expect, { escalation: { decision, risk } }) => {
  const fired = (decision.escalate ? decision.triggers : decision.considered).map(({ id }) => id);
  const got = `${decision.escalate} (${list(fired)})`;
  return [
    expect.escalate === undefined
      ? null
      : {
          what: 'escalate',
          expected: String(expect.escalate),
          got,
          passed: decision.escalate === expect.escalate,
        },
    oneOf(
      'queue',
      expect.queue === undefined ? undefined : [expect.queue],
      decision.escalate ? decision.queue : 'none',
    ),
    oneOf('kind', expect.kind && [expect.kind], decision.escalate ? decision.kind : 'none'),
    oneOf(
      'pick-up minutes',
      expect.pick_up_minutes === undefined ? undefined : [String(expect.pick_up_minutes)],
      decision.escalate ? String(decision.pickUpMinutes) : 'none',
    ),
    allOf('triggers', expect.triggers, fired),
    noneOf('no triggers', expect.no_triggers, fired),
    ...DIMENSIONS.map((dimension) => {
      const wanted = expect.risk?.[dimension];
      return oneOf(`${dimension} risk`, wanted && [wanted], levelOf(risk[dimension]));
    }),
  ];
};

const resolve: Judge = (expect, seen) => {
  const { reply } = seen;
  const got = reply ?? (seen.guard ? 'nothing: the reply is blocked' : 'nothing');
  const internal = quotesInternal(seen);
  return [
    oneOf('outcome', expect.outcome, seen.resolution.outcome),
    ...(expect.must_say ?? []).map(
      (line): Judged => ({
        what: 'must say',
        expected: line,
        got,
        passed: reply !== null && contains(reply, line),
      }),
    ),
    ...(expect.must_not_say ?? []).map(
      (line): Judged => ({
        what: 'must not say',
        expected: line,
        got,
        passed: reply === null || !contains(reply, line),
      }),
    ),
    expect.reply_language
      ? oneOf('reply language', [expect.reply_language], reply === null ? 'none' : detectLanguage(reply))
      : null,
    {
      what: 'internal guidance',
      expected: 'none of it in the reply',
      got: internal ?? 'none',
      passed: internal === null,
    },
  ];
};

const guard: Judge = (_expect, seen) => [
  {
    what: 'reply may go out',
    expected: 'a reply that passes or is repaired',
    got: seen.guard?.findings.map(({ rule }) => rule).join(', ') ?? 'no reply',
    passed: sayable(seen),
  },
];

const pack: Judge = (expect, { packet }) => {
  const text = packetText(packet);
  return [
    ...(expect.packet_has ?? []).map(
      (line): Judged => ({ what: 'packet has', expected: line, got: text, passed: contains(text, line) }),
    ),
    {
      what: 'packet length',
      expected: `at most ${PACKET_WORDS} words`,
      got: String(packet.words),
      passed: packet.words <= PACKET_WORDS,
    },
  ];
};

const JUDGES: readonly [StepId, Judge][] = [
  ['triage', triage],
  ['retrieve', retrieve],
  ['escalate', escalate],
  ['resolve', resolve],
  ['guard', guard],
  ['pack', pack],
];

/** Everything a case asks for, and what holds for every case: internal guidance stays internal, replies may go out, packets are short. */
export const judge = (expect: Expectation, seen: Seen): Verdict[] =>
  JUDGES.flatMap(([step, of]) => of(expect, seen).flatMap((judged) => (judged ? [{ step, ...judged }] : [])));
