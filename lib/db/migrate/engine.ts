import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MIGRATIONS_DIR, type Migration, SCHEMA_FILE } from './files';

/** Prisma's schema engine, compiled to WebAssembly: the same code `prisma migrate` runs, without a binary to download. */
export type SchemaEngine = bindings.SchemaEngine;
export type DiffTarget = bindings.DiffTarget;

let loaded: Promise<void> | undefined;

/** Node cannot import a .wasm file as the package's own entry does, so it is instantiated from its path. */
const load = async (): Promise<void> => {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const file = join(
    dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')),
    'schema_engine_bg.wasm',
  );
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
};

/** Runs `job` with an engine on a database. To compare schemas any database will do: the engine only asks its version. */
export const withEngine = async <T>(url: string, job: (engine: SchemaEngine) => Promise<T>): Promise<T> => {
  loaded ??= load();
  await loaded;
  const factory = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: url, max: 1, idleTimeoutMillis: 100 }),
  );
  const schema = await readFile(SCHEMA_FILE, 'utf8');
  const engine = await bindings.SchemaEngine.new(
    { datamodels: [[SCHEMA_FILE, schema]] },
    () => undefined,
    factory,
  );
  try {
    return await job(engine);
  } finally {
    engine.free();
  }
};

/** Migrations in the form the engine takes. */
export const asMigrationList = (migrations: readonly Migration[]): bindings.MigrationList => ({
  baseDir: MIGRATIONS_DIR,
  lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  })),
});

export const NO_FILTER: bindings.SchemaFilter = { externalTables: [], externalEnums: [] };
