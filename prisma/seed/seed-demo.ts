import { DAY } from '@/lib/core/clock';
import { seededRandom } from '@/lib/core/random';
import type { PrismaClient } from '@/lib/db/generated/client';
import { PUBLIC_SCOPES, type Role } from '@/lib/domain/user';
import { allAccounts } from './accounts/all-accounts';
import { newApiKey } from './api-key';
import { readSeedFiles } from './files/seed-files';
import { allHistory } from './history/all-history';
import { cancelOutcomes } from './history/cancel-outcomes';
import { articleRows, incidentRow } from './knowledge';
import { hashPassword, MONTHS_HERE, newUser, PEOPLE, TEAMS } from './people';
import { readQueues } from './queues';
import { STOCK } from './stock';
import { storeAccounts, storeHistory } from './store';
import { newTechnicians, withTechnicians } from './technicians';

export interface SeedOptions {
  now: Date;
  /** The password of each account by mail address, or what makes one. */
  passwords: Record<string, string> | ((email: string) => string);
  progress?: (line: string) => void;
}

export interface Seeded {
  /** `password` only right after it was set; it is stored as a hash. */
  accounts: { email: string; name: string; role: Role; password?: string }[];
  /** The key of the simulator and of replay; null when the demo was seeded before, because it is stored as a hash. */
  apiKey: string | null;
  /** A key of everything that the public API can do, to try it with. */
  publicApiKey: string | null;
}

const CUSTOMERS = 250;
const TELLINGS = 4;
/** Same seed, same people, accounts and history. */
const SEED = 20_411;
const SEED_LOCK = 730_112;

const passwordFor = (passwords: SeedOptions['passwords'], email: string): string => {
  const password = typeof passwords === 'function' ? passwords(email) : passwords[email];
  if (password === undefined) throw new RangeError(`there is no password for ${email}`);
  return password;
};

/** Somebody's first day. */
const startedOn = (email: keyof typeof MONTHS_HERE | undefined, now: Date): Date =>
  new Date(now.getTime() - (email === undefined ? 0 : MONTHS_HERE[email]) * 30.44 * DAY);

/** Fills an empty database with Larkspur Fiber & Home in one transaction; a database that was seeded stays as it is. */
export const seedDemo = async (
  prisma: PrismaClient,
  { now, passwords, progress = () => undefined }: SeedOptions,
): Promise<Seeded> => {
  const people = PEOPLE.map(({ email, name, role }) => ({ email, name, role }));
  const isSeeded = async (db: Pick<PrismaClient, 'installation'>) =>
    (await db.installation.findUnique({ where: { key: 'seeded' } })) !== null;
  if (await isSeeded(prisma)) return { accounts: people, apiKey: null, publicApiKey: null };

  const [files, queues] = await Promise.all([readSeedFiles(), readQueues()]);
  const random = seededRandom(SEED);
  const technicians = newTechnicians(now);
  const users = PEOPLE.map((person) => newUser(person, now));
  const secrets = users.map(({ email }) => passwordFor(passwords, email));
  const hashing = Promise.all(secrets.map(hashPassword));
  const { accounts, numbers } = allAccounts(files.customers, files.incidents, {
    total: CUSTOMERS,
    now,
    random,
  });
  const history = allHistory(files.past, TELLINGS, {
    accounts,
    users,
    queues,
    articles: files.articles,
    numbers,
    now,
    random,
  });
  const articles = files.articles.map((article) => articleRows(article, now));
  const apiKey = newApiKey('Demo: simulator and replay', ['messages:write'], now);
  const publicApiKey = newApiKey('Demo: public API', PUBLIC_SCOPES, now);
  const hashes = await hashing;
  progress(
    `Writing ${accounts.length} customers, ${articles.length} articles and ${history.conversations.length} past conversations`,
  );

  const wrote = await prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK})::text`;
      if (await isSeeded(tx)) return false;
      await tx.team.createMany({ data: [...TEAMS] });
      await tx.queue.createMany({ data: queues.map(({ id, title, team }) => ({ id, title, teamId: team })) });
      await tx.user.createMany({
        data: users.map((user, index) => ({
          ...user,
          passwordHash: hashes[index] ?? '',
          createdAt: startedOn(PEOPLE[index]?.email, now),
        })),
      });
      await tx.apiKey.createMany({ data: [apiKey.row, publicApiKey.row] });
      await tx.article.createMany({ data: articles.map(({ article }) => article) });
      await tx.articleVersion.createMany({ data: articles.map(({ version }) => version) });
      await tx.incident.createMany({ data: files.incidents.map((incident) => incidentRow(incident, now)) });
      await tx.stock.createMany({ data: [...STOCK] });
      await tx.technician.createMany({ data: technicians });
      await storeAccounts(tx, withTechnicians(accounts, technicians));
      await storeHistory(tx, history);
      await tx.cancelOutcome.createMany({ data: cancelOutcomes(now) });
      await tx.installation.create({
        data: {
          key: 'seeded',
          value: { organisation: 'Larkspur Fiber & Home', customers: accounts.length },
          at: now,
        },
      });
      return true;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
  if (!wrote) return { accounts: people, apiKey: null, publicApiKey: null };
  return {
    accounts: people.map((person, index) => ({ ...person, password: secrets[index] })),
    apiKey: apiKey.key,
    publicApiKey: publicApiKey.key,
  };
};
