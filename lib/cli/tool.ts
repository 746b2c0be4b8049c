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
  { env, onLine, onSpawn }: ToolOptions = {},
): Promise<ToolResult> =>
  new Promise((done, fail) => {
    const child = spawn(
      '/usr/bin/env',
      [...Object.entries(env ?? {}).map(([key, value]) => `${key}=${value}`), program, ...args],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    onSpawn?.(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        output += chunk;
        for (const line of chunk.split('\n')) if (line.trim()) onLine?.(line.trim());
      });
    }
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
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
