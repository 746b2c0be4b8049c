import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** A seed file that cannot be used: which one, and why. */
export class SeedFileError extends Error {
  constructor(
    readonly file: string,
    readonly reasons: string[],
  ) {
    super(`${file}: ${reasons.join('; ')}`);
    this.name = 'SeedFileError';
  }
}

/** Text of YAML as `schema` has it, or a SeedFileError with the line of a syntax error or the path of a wrong value. */
export const parseYaml = <Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.output<Schema> => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  if (document.errors.length > 0) {
    throw new SeedFileError(
      file,
      document.errors.map((error) => error.message.split('\n')[0] ?? error.code),
    );
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new SeedFileError(
    file,
    parsed.error.issues.map((issue) => {
      const node = document.getIn(issue.path, true);
      const offset = hasRange(node) ? node.range[0] : undefined;
      const line = offset === undefined ? '' : ` (line ${lineCounter.linePos(offset).line})`;
      return `${issue.path.join('.') || 'the file'}${line}: ${issue.message}`;
    }),
  );
};

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);

export const readYaml = async <Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<z.output<Schema>> => parseYaml(file, await readFile(file, 'utf8'), schema);

/** Every `.yaml` below a folder, in order of name; each must carry its file name as `id`. */
export const readFolder = async <Schema extends z.ZodType<{ id: string }>>(
  folder: string,
  schema: Schema,
): Promise<{ file: string; body: z.output<Schema> }[]> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      const body = await readYaml(file, schema);
      if (body.id !== basename(name, '.yaml')) {
        throw new SeedFileError(file, [
          `id: is "${body.id}", the file name says "${basename(name, '.yaml')}"`,
        ]);
      }
      return { file, body };
    }),
  );
};
