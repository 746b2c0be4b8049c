import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { env } from '@/lib/env';
import { asUnavailable } from './failures';
import { PrismaClient } from './generated/client';

/** Two views of one pool of connections: Prisma for rows, `pg` for what Prisma has no words for. */
export interface Database {
  prisma: PrismaClient;
  pool: pg.Pool;
  close(): Promise<void>;
}

const orUnavailable = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (thrown) {
    throw asUnavailable(thrown) ?? thrown;
  }
};

/** The client, except that a connection that is refused or lost is an `unavailable` error rather than one of a dozen codes. */
const guarded = (client: PrismaClient): PrismaClient => {
  const extended = client.$extends({
    query: { $allOperations: ({ args, query }) => orUnavailable(query(args)) },
  });
  return new Proxy(extended as unknown as PrismaClient, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      // Extensions see queries, not the start and the end of a transaction.
      return key === '$transaction' && typeof value === 'function'
        ? (...args: unknown[]) => orUnavailable(Promise.resolve(Reflect.apply(value, target, args)))
        : value;
    },
  });
};

/** Many at once wait for a connection and for each other's locks rather than fail: longer than any of them takes, shorter than a caller does. */
const TRANSACTION = { maxWait: 10_000, timeout: 15_000 };

/** Beyond this many texts a process makes them up as it goes, such as lists of another length each time: keeping those would only cost memory. */
const MOST_PREPARED = 200;

/**
 * Names by which connections keep statements prepared: one is parsed and planned once per connection rather than at every use, which is
 * most of what a short statement costs. What has no parameters goes out as plain text; an empty name means unprepared.
 */
const statementNames = (): ((query: { sql: string; args: readonly unknown[] }) => string) => {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0) return '';
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST_PREPARED) return known ?? '';
    const name = `cuedesk_${names.size}`;
    names.set(sql, name);
    return name;
  };
};

/**
 * A pool of at most `max` connections to a database. Nothing connects until the first query;
 * a connection that fails rejects that query with `unavailable`.
 */
export const createDatabase = (url: string, { max = 20 }: { max?: number } = {}): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'cuedesk',
  });
  // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
  const prisma = guarded(new PrismaClient({ adapter, transactionOptions: TRANSACTION }));
  const close = async () => {
    await prisma.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return { prisma, pool, close };
};

/** Next bundles this module more than once into one process; the key is the same for every copy. */
const KEY = Symbol.for('cuedesk.database');
const shared = globalThis as typeof globalThis & { [KEY]?: Database };

/** The database of this process, at DATABASE_URL. */
export const database = (): Database => {
  const url = env().DATABASE_URL;
  if (url === undefined) {
    throw new AppError(
      'unavailable',
      'DATABASE_URL is not set: start with `npm start`, which provides a database.',
    );
  }
  shared[KEY] ??= createDatabase(url);
  return shared[KEY];
};

/** Closes the process's database, if it was ever opened. */
export const closeDatabase = async (): Promise<void> => {
  const open = shared[KEY];
  delete shared[KEY];
  await open?.close();
};
