import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A piece of a streamed answer as it left the model, by the clock of the machine (milliseconds since 1970). */
export interface SentPiece {
  role: string;
  content: string;
  at: number;
}

export interface ModelProcess {
  /** Base URL with its version. */
  url: string;
  /** Ways to fail that it knows. */
  modes(): Promise<string[]>;
  /** Fails every request in this way from now on. */
  fail(mode: string): Promise<void>;
  /** What was streamed since it was last asked. */
  pieces(): Promise<SentPiece[]>;
  stop(): void;
}

/** The stub of a language model in a process of its own, where its work costs us nothing. `delayMs` is a call, `pieceMs` the time between two pieces. */
export const startModelProcess = async ({ delayMs = 0, pieceMs = 0 } = {}): Promise<ModelProcess> => {
  const main = 'e2e/fixtures/model-server/main.ts';
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', main, '--port', '0', '--delay', String(delayMs), '--piece', String(pieceMs)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const url = String(line).trim();
  const control = async (path: string, init?: RequestInit): Promise<unknown> =>
    (await fetch(new URL(`/control/${path}`, url), init)).json();
  return {
    url,
    modes: async () => (await control('modes')) as string[],
    fail: async (mode) => {
      await control('faults', { method: 'PUT', body: JSON.stringify({ always: mode }) });
    },
    pieces: async () => (await control('pieces')) as SentPiece[],
    stop: () => void child.kill('SIGTERM'),
  };
};
