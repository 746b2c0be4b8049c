import { z } from 'zod';

const tableSchema = z.object({
  name: z.string(),
  /** In the order of the values in a row, with the type each is cast to. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.int().nonnegative(),
  /** SHA-256 of the rows as they are in the file before compression. */
  sha256: z.string(),
});

/** What a backup holds: `manifest.json` in its folder. It is written last, so a backup without one is not whole. */
export const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Migrations of the database, oldest first; a restore applies these before it loads. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackedUpTable = Manifest['tables'][number];
export type Column = BackedUpTable['columns'][number];

export const MANIFEST = 'manifest.json';
export const fileOf = (table: string): string => `${table}.jsonl.gz`;
