import { findAmounts, findBareAmounts } from '@/lib/detectors/quantities/amounts';
import { findDates, findWeekdays } from '@/lib/detectors/quantities/dates';
import { findDurations, supportedBy } from '@/lib/detectors/quantities/durations';
import { findPercentages } from '@/lib/detectors/quantities/percentages';
import type { Quantity, QuantityKind } from '@/lib/detectors/quantities/quantity';
import type { Finding } from '@/lib/domain/guard';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { findingAt, type Grounding, type GuardInput } from './guard-input';

const keysOf = (quantities: readonly Quantity[]): string[] => quantities.flatMap(({ keys }) => keys);

/** `11-24-2026` also supports `11-24`; a year that no source names is carried by the day that one does. */
const withoutYear = (key: string): string => key.replace(/^(\d{1,2}-\d{1,2})-\d{4}$/, '$1');

interface Kind {
  /** What a draft claims. */
  claims: (text: string) => Quantity[];
  /** Keys that a source supports. */
  supports: (source: string) => string[];
  /** Whether a key claimed is among those supported. */
  holds?: (key: string, supported: ReadonlySet<string>) => boolean;
}

const KINDS: Record<QuantityKind, Kind> = {
  amount: {
    claims: findAmounts,
    supports: (source) => [...keysOf(findAmounts(source)), ...keysOf(findBareAmounts(source))],
  },
  percentage: { claims: findPercentages, supports: (source) => keysOf(findPercentages(source)) },
  duration: {
    claims: findDurations,
    supports: (source) => keysOf(findDurations(source)).flatMap(supportedBy),
  },
  date: {
    claims: findDates,
    supports: (source) =>
      [...keysOf(findDates(source)), ...keysOf(findWeekdays(source))].flatMap((key) => [
        key,
        withoutYear(key),
      ]),
    holds: (key, supported) =>
      supported.has(key) ||
      (supported.has(withoutYear(key)) &&
        ![...supported].some((other) => other.startsWith(`${withoutYear(key)}-`))),
  },
};

/** The present needs no source. */
const NOW = new Set([
  'today',
  'tonight',
  'hoy',
  'this morning',
  'this afternoon',
  'this evening',
  'this week',
  'this month',
]);
/** A rep's own next minutes need none either: `give me 2 minutes`. */
const OWN_TIME =
  /\b(?:give me|bear with me|hold (?:on )?for|just|need|take me|takes me|be back in|d[eé]me|dame|un momento,?)(?: about| another| just| for| unos?)?\s*$/i;
const MOMENT = /^\S+ (?:seconds?|secs?|minutes?|mins?|segundos?|minutos?)$/i;

const isFree = (text: string, { kind, keys, start, text: said }: Quantity): boolean =>
  (kind === 'date' && keys.some((key) => NOW.has(key))) ||
  (kind === 'duration' && MOMENT.test(said) && OWN_TIME.test(text.slice(Math.max(0, start - 30), start)));

type Supported = Map<QuantityKind, ReadonlySet<string>>;

/** What sources support, kept as long as they are: while a reply is typed only its own words change. */
const read = new WeakMap<CompiledGuardrails, WeakMap<Grounding, Supported>>();

const supportedIn = (policy: CompiledGuardrails, grounding: Grounding): Supported => {
  const byGrounding = read.get(policy) ?? new WeakMap<Grounding, Supported>();
  read.set(policy, byGrounding);
  const supported: Supported = byGrounding.get(grounding) ?? new Map();
  byGrounding.set(grounding, supported);
  return supported;
};

/** Keys of a kind that the sources support. */
const supportOf = (
  policy: CompiledGuardrails,
  grounding: Grounding,
  kind: QuantityKind,
): ReadonlySet<string> => {
  const supported = supportedIn(policy, grounding);
  const known = supported.get(kind);
  if (known !== undefined) return known;
  // What policy itself adds to a reply is as good as a passage.
  const sources = [
    ...grounding.passages,
    ...grounding.facts,
    ...grounding.utterances,
    ...policy.required_disclosures.map(({ add }) => add),
  ].join('\n');
  const keys = new Set(KINDS[kind].supports(sources));
  supported.set(kind, keys);
  return keys;
};

/** A finding for each amount, percentage, date and duration of the draft that no passage, fact or utterance holds in any wording. */
export const findUngrounded = (policy: CompiledGuardrails, { text, grounding }: GuardInput): Finding[] =>
  policy.grounding.kinds
    .flatMap((kind) => KINDS[kind].claims(text))
    .filter((claim) => !isFree(text, claim))
    .filter(({ kind, keys }) => {
      const known = supportOf(policy, grounding, kind);
      const { holds = (key: string) => known.has(key) } = KINDS[kind];
      return !keys.some((key) => holds(key, known));
    })
    .map((claim) => findingAt(text, claim, { ...policy.grounding, id: `ungrounded-${claim.kind}` }));
