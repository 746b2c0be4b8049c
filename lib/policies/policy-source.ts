import type { z } from 'zod';
import type { WordLists } from './phrase-source';
import type { PolicyProblem } from './problem';
import { readYaml, type YamlPath } from './yaml-source';

/** A policy file that fits its schema, still able to say on which line anything in it stands. */
export interface Parsed<T> {
  file: string;
  value: T;
  lineOf(path: YamlPath): number;
}

/** The files of a folder of policies as read, and what is found wrong with them. */
export class PolicySource {
  readonly problems: PolicyProblem[] = [];
  /** The word lists that phrases may name. */
  lists: WordLists = {};
  constructor(readonly files: ReadonlyMap<string, string>) {}

  add(file: string, line: number, reason: string): void {
    this.problems.push({ file, line, reason });
  }

  /** Reports at the place in a file that `path` names. */
  fault({ file, lineOf }: Parsed<unknown>, path: YamlPath, reason: string): void {
    this.add(file, lineOf(path), reason);
  }

  /** The line of a file on which `path` stands, as written. */
  textAt({ file, lineOf }: Parsed<unknown>, path: YamlPath): string {
    return this.linesOf(file)[lineOf(path) - 1] ?? '';
  }

  private readonly lines = new Map<string, string[]>();

  private linesOf(file: string): string[] {
    const known = this.lines.get(file) ?? (this.files.get(file) ?? '').split('\n');
    this.lines.set(file, known);
    return known;
  }

  /** Paths below a folder that end in `ending`, in order. */
  under(folder: string, ending: string): string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending));
  }

  /** A file read and checked; undefined when it is missing or wrong, which is then among the problems. */
  parse<Schema extends z.ZodType>(file: string, schema: Schema): Parsed<z.infer<Schema>> | undefined {
    const text = this.files.get(file);
    if (text === undefined) {
      this.add(file, 1, 'is missing');
      return undefined;
    }
    const read = readYaml(text);
    if (!read.ok) {
      for (const { line, reason } of read.faults) this.add(file, line, reason);
      return undefined;
    }
    const { value, lineOf } = read.source;
    const checked = schema.safeParse(value);
    if (checked.success) return { file, value: checked.data, lineOf };
    for (const issue of checked.error.issues) {
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
      const where = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
      this.add(file, lineOf(path), `${where}${issue.message}`);
    }
    return undefined;
  }
}
