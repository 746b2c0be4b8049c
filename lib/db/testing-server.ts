import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { env } from '@/lib/env';
import { ensureClient } from './generate';
import { migrate } from './migrate/migrate';
import { startScratchServer } from './server/scratch';

const TEMPLATE = 'template_cuedesk';

/** Vitest's global setup: one server for the run, with one migrated database that every test file copies. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await ensureClient();
  const server = await startScratchServer(join(env().dataDir, 'scratch'));
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(server.url(TEMPLATE));
  await admin.end();
  project.provide('testServer', { admin: server.url('postgres'), template: TEMPLATE });
  return server.stop;
};

export default setup;
