import { seededRandom } from '@/lib/core/random';
import type { Account } from '@/lib/domain/customer';
import type { Incident } from '@/lib/domain/incident';
import type { Article } from '@/lib/domain/knowledge';
import { anchorAccount } from '@/prisma/seed/accounts/anchor-account';
import { Numbers } from '@/prisma/seed/accounts/numbers';
import type { LiveFile } from '@/prisma/seed/files/conversation-file';
import type { IncidentFile } from '@/prisma/seed/files/incident-file';
import { readSeedFiles } from '@/prisma/seed/files/seed-files';
import { articleRows, incidentRow } from '@/prisma/seed/knowledge';
import { accountOf } from './account-of';

/** The demo organisation on one day, in memory: what golden cases play in. */
export interface DemoWorld {
  now: Date;
  articles: Article[];
  /** By their key in customers.yaml. */
  accounts: ReadonlyMap<string, Account>;
  /** Those that are open. */
  incidents: Incident[];
  live: ReadonlyMap<string, LiveFile>;
}

const incidentOf = (file: IncidentFile, now: Date): Incident => {
  const { startedAt, restoreAt, workaround } = incidentRow(file, now);
  const { number, kind, area, affects, devices, title, cause } = file;
  return {
    number,
    kind,
    area,
    affects,
    devices,
    title,
    cause,
    workaround: workaround ?? null,
    startedAt: new Date(startedAt).toISOString(),
    restoreAt: restoreAt ? new Date(restoreAt).toISOString() : null,
  };
};

/** Reads the seed as of `now`, through the seed's own builders. Throws SeedFileError. */
export const readDemoWorld = async (now: Date): Promise<DemoWorld> => {
  const files = await readSeedFiles();
  const customers = Object.entries(files.customers);
  const numbers = new Numbers(
    now,
    seededRandom(1),
    customers.flatMap(([, file]) =>
      [...file.invoices, ...file.orders, ...file.visits].map(({ number }) => number),
    ),
  );
  return {
    now,
    articles: files.articles.map((file) => {
      const { article } = articleRows(file, now);
      return { id: article.id, version: 1, reviewedAt: article.reviewedAt, ...article.body };
    }),
    accounts: new Map(
      customers.map(([key, file]) => [key, accountOf(anchorAccount(key, file, now, numbers))]),
    ),
    incidents: files.incidents.filter(({ status }) => status === 'open').map((file) => incidentOf(file, now)),
    live: new Map(files.live.map((file) => [file.id, file])),
  };
};
