import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createDatabase, type Database } from './client';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the server of this test run is; see testing-server.ts. */
    testServer: { admin: string; template: string };
  }
}

/** A migrated, empty database that belongs to one test file. */
export interface TestDatabase extends Database {
  url: string;
}

const onServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('testServer').admin });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/**
 * A fresh copy of the migrated template, dropped when the test file is done. Call it at the top of the file,
 * in a `describe`, or in `beforeAll`: `const db = await testDatabase()`.
 */
export const testDatabase = async (): Promise<TestDatabase> => {
  const { admin, template } = inject('testServer');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY WAL_LOG`);
  const url = admin.replace(/\/[^/]*$/, `/${name}`);
  const database = createDatabase(url, { max: 10 });
  let closing: Promise<void> | undefined;
  const close = async () => {
    closing ??= database.close().then(() => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    await closing;
  };
  afterAll(close);
  return { ...database, url, close };
};
