import { shuffle } from '@/lib/core/random';
import type { CustomerFile } from '../files/customer-file';
import type { IncidentFile } from '../files/incident-file';
import type { SeedAccount } from './account';
import { anchorAccount } from './anchor-account';
import { generatedAccount, type Surroundings } from './generated-account';
import { COMPANIES, FAMILY, GIVEN } from './names';
import { Numbers } from './numbers';
import { pauseOne } from './pause';

/** An outage of more than 4 hours earns a day's credit for each day begun. */
const creditFor =
  (incidents: IncidentFile[]): Surroundings['outageCredit'] =>
  (area) => {
    const ended = incidents.find(
      (one) =>
        one.kind === 'outage' &&
        one.status === 'resolved' &&
        one.area === area &&
        one.affects.includes('fiber'),
    );
    if (!ended) return null;
    const endedHoursAgo = -(ended.restore_in_hours ?? 0);
    const hours = ended.started_hours_ago - endedHoursAgo;
    return hours > 4 ? { days: Math.ceil(hours / 24), daysAgo: Math.floor(endedHoursAgo / 24) } : null;
  };

const downIn =
  (incidents: IncidentFile[]): Surroundings['down'] =>
  (area, kind) =>
    incidents.some(
      (one) =>
        one.kind === 'outage' &&
        one.status === 'open' &&
        one.area === area &&
        one.affects.some((affected) => affected === kind),
    );

/** Names for `count` people, each given and family name pair once and none of `taken`. */
const peopleNames = (count: number, taken: Set<string>, random: () => number): string[] =>
  shuffle(
    GIVEN.flatMap((given) => FAMILY.map((family) => `${given} ${family}`)),
    random,
  )
    .filter((name) => !taken.has(name))
    .slice(0, count);

/** Everyone: the anchors as written, then generated customers up to `total`. Their kinds, amounts and names depend only on `random` and `now`. */
export const allAccounts = (
  anchors: Record<string, CustomerFile>,
  incidents: IncidentFile[],
  { total, now, random }: { total: number; now: Date; random: () => number },
): { accounts: SeedAccount[]; numbers: Numbers } => {
  const files = Object.values(anchors);
  const numbers = new Numbers(
    now,
    random,
    files.flatMap((file) => [
      file.email.toLowerCase(),
      file.phone,
      ...[...file.invoices, ...file.orders, ...file.visits].map(({ number }) => number),
    ]),
  );
  const written = Object.entries(anchors).map(([key, file]) => anchorAccount(key, file, now, numbers));
  const surroundings = { now, numbers, random, down: downIn(incidents), outageCredit: creditFor(incidents) };
  const wanted = Math.max(0, total - written.length);
  const companies = COMPANIES.slice(0, Math.round(wanted * 0.05));
  const people = peopleNames(wanted, new Set(files.map(({ name }) => name)), random);
  const contacts = people.slice(wanted - companies.length);
  const names = people.slice(0, wanted - companies.length);
  return {
    numbers,
    accounts: pauseOne(
      [
        ...written,
        ...companies.map((name, index) =>
          generatedAccount({ name, contact: contacts[index] ?? null, tier: 'enterprise' }, surroundings),
        ),
        ...names.map((name) =>
          generatedAccount(
            { name, contact: null, tier: random() < 0.22 ? 'gold' : 'standard' },
            surroundings,
          ),
        ),
      ],
      now,
    ),
  };
};
