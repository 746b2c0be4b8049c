import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { readYaml } from '@/lib/policies/yaml-source';
import { type GoldenCase, goldenFileSchema } from './case-file';

export interface LocatedCase {
  golden: GoldenCase;
  /** `file:line` */
  where: string;
}

const readFileOfCases = async (folder: string, name: string): Promise<LocatedCase[]> => {
  const read = readYaml(await readFile(join(folder, name), 'utf8'));
  const fail = (line: number, reason: string): AppError =>
    new AppError('invalid', `${name}:${line} ${reason}`);
  if (!read.ok) throw fail(read.faults[0]?.line ?? 1, read.faults[0]?.reason ?? 'cannot be read');
  const { value, lineOf } = read.source;
  const parsed = goldenFileSchema.safeParse(value);
  if (parsed.success)
    return parsed.data.map((golden, index) => ({ golden, where: `${name}:${lineOf([index])}` }));
  const [issue] = parsed.error.issues;
  throw fail(
    lineOf(issue?.path ?? []),
    `${issue?.path.map(String).join('.') ?? ''} ${issue?.message ?? 'is not as expected'}`,
  );
};

/** Every golden case of a folder, in order of file and place. Throws `invalid` with file, line and reason; names are given once. */
export const readGoldenCases = async (folder: string): Promise<LocatedCase[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const cases = (await Promise.all(names.map((name) => readFileOfCases(folder, name)))).flat();
  const seen = new Map<string, string>();
  for (const { golden, where } of cases) {
    const before = seen.get(golden.name);
    if (before !== undefined)
      throw new AppError('invalid', `${where} "${golden.name}" is the name of ${before} already`);
    seen.set(golden.name, where);
  }
  return cases;
};
