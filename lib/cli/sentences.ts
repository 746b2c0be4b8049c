import { AppError, messageOf } from '@/lib/core/errors';
import { env } from '@/lib/env';

/** What the operating system's errors mean to whoever runs a command. */
const SYSTEM: Readonly<Record<string, (error: { path: string | undefined }) => string>> = {
  ENOSPC: ({ path }) =>
    `The disk${path ? ` that holds ${path}` : ''} is full: free some space and try again.`,
  EDQUOT: ({ path }) =>
    `The disk quota${path ? ` for ${path}` : ''} is used up: free some space and try again.`,
  EACCES: ({ path }) => `${path ?? 'A file'} may not be read or written by this user.`,
  EPERM: ({ path }) => `${path ?? 'A file'} may not be changed by this user.`,
  EROFS: ({ path }) =>
    `${path ?? 'The folder'} is on a read-only disk: set CUEDESK_DATA to a folder that can be written.`,
  ENOENT: ({ path }) => `${path ?? 'A file'} does not exist.`,
  EMFILE: () => 'Too many files are open: raise the limit with `ulimit -n 4096` and try again.',
};

/** What the error is about: of a copy, where it goes to. */
const pathOf = (thrown: unknown): string | undefined => {
  const { dest, path } = thrown as { dest?: unknown; path?: unknown };
  return [dest, path].find((each) => typeof each === 'string');
};

const debugging = (): boolean => {
  try {
    return env().CUEDESK_DEBUG;
  } catch {
    return false;
  }
};

/** Anything thrown, as a sentence for the person at the terminal. With CUEDESK_DEBUG=on the stack follows. */
export const sentenceOf = (thrown: unknown): string => {
  const system = thrown instanceof Error && 'code' in thrown ? SYSTEM[String(thrown.code)] : undefined;
  const sentence =
    thrown instanceof AppError ? thrown.message : (system?.({ path: pathOf(thrown) }) ?? messageOf(thrown));
  const trimmed = sentence.trim() || 'Something went wrong, without saying what.';
  return debugging() && thrown instanceof Error ? `${trimmed}\n${thrown.stack ?? ''}` : trimmed;
};
