import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEnvFile } from '@/lib/env';
import { sentenceOf } from './sentences';

/** Node 24 comes with `npm ci`, as a development dependency, and is first on the PATH of npm scripts. */
const NODE_MAJOR = 24;

interface Option {
  type: 'string' | 'boolean';
  short?: string;
  /** What the value is, for the help, as in PORT. */
  value?: string;
  help: string;
}

type Options = Record<string, Option>;
type Values<O extends Options> = { [Name in keyof O]?: O[Name]['type'] extends 'boolean' ? boolean : string };

interface Command<O extends Options> {
  /** How it is called, as in `npm start`. */
  name: string;
  about: string;
  /** Names of what follows the options, as in NAME. */
  positionals?: readonly string[];
  options?: O;
  /** Further lines of the help: what the command does, examples. */
  notes?: readonly string[];
  /** Resolves with the exit code; nothing is 0. */
  run: (input: { values: Values<O>; positionals: string[] }) => Promise<number | undefined>;
}

const HELP: Option = { type: 'boolean', short: 'h', help: 'say this' };

const helpOf = ({
  name,
  about,
  positionals = [],
  options = {},
  notes = [],
}: Omit<Command<Options>, 'run'>): string => {
  const rows = Object.entries({ ...options, help: HELP }).map(
    ([long, { short, value, help }]): [string, string] => [
      `  ${short ? `-${short}, ` : '    '}--${long}${value ? ` ${value}` : ''}`,
      help,
    ],
  );
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const usage = `Usage: ${name} ${name.startsWith('npm') ? '-- ' : ''}[options]${positionals.map((each) => ` ${each}`).join('')}`;
  return [
    about,
    '',
    usage,
    '',
    ...rows.map(([left, right]) => left.padEnd(width) + right),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n');
};

const assertNode = (): void => {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= NODE_MAJOR) return;
  throw new Error(
    `Cuedesk runs on Node ${NODE_MAJOR} and this is ${process.version}: run \`npm ci\` with install scripts allowed, which brings Node ${NODE_MAJOR} along, and start through \`npm run\`.`,
  );
};

/**
 * Runs a command of the project: help and arguments first, then `run`. Whatever goes wrong is said in one sentence
 * on stderr, without a stack trace, and makes the exit code 1 (2 when the arguments were wrong).
 */
export const command = async <O extends Options>(spec: Command<O>): Promise<never> => {
  const { positionals: names = [], options = {}, run } = spec;
  try {
    assertNode();
    process.chdir(resolve(import.meta.dirname, '..', '..'));
    const parsed = (() => {
      try {
        return parseArgs({
          options: { ...options, help: HELP },
          allowPositionals: names.length > 0,
          strict: true,
        });
      } catch (thrown) {
        process.stderr.write(
          `${sentenceOf(thrown)}\nTry ${spec.name} ${spec.name.startsWith('npm') ? '-- ' : ''}--help.\n`,
        );
        return process.exit(2);
      }
    })();
    if (parsed.values.help) {
      process.stdout.write(`${helpOf({ ...spec, options })}\n`);
      process.exit(0);
    }
    loadEnvFile(process.cwd());
    const code = await run({ values: parsed.values as Values<O>, positionals: parsed.positionals });
    process.exit(code ?? 0);
  } catch (thrown) {
    process.stderr.write(`${sentenceOf(thrown)}\n`);
    process.exit(1);
  }
};
