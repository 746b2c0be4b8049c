import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

export interface ToolResult {
  code: number;
  /** Standard output and standard error as they came. */
  output: string;
}

interface ToolOptions {
  env?: Record<string, string>;
  /** Called with each line as it comes. */
  onLine?: (line: string) => void;
  onSpawn?: (child: ChildProcess) => void;
  /** Show what it says as it says it, instead of collecting it. */
  show?: boolean;
}

const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The script behind a command of an installed package: run with our own Node, it needs no PATH and no shell. */
const scriptOf = (pack: string, bin: string): string => {
  const file = resolve('node_modules', pack, 'package.json');
  const { bin: entry } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  const script = typeof entry === 'string' ? entry : entry[bin];
  if (script === undefined) throw new Error(`${pack} has no command ${bin}`);
  return join(dirname(file), script);
};

/** Runs a program to its end and collects what it says. */
export const runProgram = (
  program: string,
  args: readonly string[],
  { env = {}, onLine, onSpawn, show = false }: ToolOptions = {},
): Promise<ToolResult> =>
  new Promise((done, fail) => {
    // `env` adds to what the child inherits from us, so that nothing here has to read our environment.
    const settings = Object.entries(env).map(([key, value]) => `${key}=${value}`);
    const output: string[] = [];
    const child = spawn('/usr/bin/env', [...settings, program, ...args], {
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    onSpawn?.(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output.push(chunk);
        for (const line of chunk.split('\n')) if (line.trim()) onLine?.(line.trim());
      });
    }
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output: output.join('') }));
  });

/** Runs a command of an installed package, as `npx` would, without npx. */
export const runTool = (
  pack: string,
  bin: string,
  args: readonly string[],
  options?: ToolOptions,
): Promise<ToolResult> => runProgram(process.execPath, [scriptOf(pack, bin), ...args], options);

/** Runs one of our own commands, such as policies:check. */
export const runCommand = (
  file: string,
  args: readonly string[],
  options?: ToolOptions,
): Promise<ToolResult> =>
  runProgram(process.execPath, ['--import', 'tsx', join('lib/cli', file), ...args], options);
