import { AppError } from '@/lib/core/errors';

export interface Site {
  clusterDir: string;
  logFile: string;
}

/** What the server or initdb says, and what that means to the person who started Cuedesk. */
const KNOWN: readonly { says: RegExp; sentence: (site: Site) => string }[] = [
  {
    says: /No space left on device|Disk quota exceeded/,
    sentence: ({ clusterDir }) =>
      `The disk that holds ${clusterDir} is full: free some space and start again.`,
  },
  {
    says: /database files are incompatible with server/,
    sentence: ({ clusterDir }) =>
      `The database in ${clusterDir} was made by another version of PostgreSQL: start the Cuedesk that made it, run its backup, and restore that here.`,
  },
  {
    says: /Read-only file system/,
    sentence: ({ clusterDir }) =>
      `${clusterDir} is on a read-only disk: set CUEDESK_DATA to a folder that can be written.`,
  },
  {
    says: /Permission denied|has wrong ownership|has invalid permissions/,
    sentence: ({ clusterDir }) =>
      `PostgreSQL may not use ${clusterDir}: it belongs to another user, or its permissions were changed.`,
  },
  {
    says: /Cannot allocate memory|could not map anonymous shared memory|could not create shared memory segment/,
    sentence: () => 'There is not enough memory to start PostgreSQL.',
  },
  {
    says: /error while loading shared libraries|cannot open shared object file/,
    sentence: () =>
      'The packaged PostgreSQL cannot run on this system: set DATABASE_URL to a PostgreSQL of your own.',
  },
];

/** The last line in which the server gives up, without its time and process. */
const lastFatal = (log: string): string =>
  log
    .split('\n')
    .findLast((line) => /(FATAL|PANIC|ERROR|error): /.test(line))
    ?.replace(/^.*?(?:FATAL|PANIC|ERROR|error):\s*/, '') ?? 'it gave no reason';

/** Why PostgreSQL could not be made or started, as one sentence. */
export const startFailure = (log: string, site: Site): AppError => {
  const known = KNOWN.find(({ says }) => says.test(log));
  return new AppError(
    'unavailable',
    known?.sentence(site) ?? `PostgreSQL did not start: ${lastFatal(log)} (its log is ${site.logFile}).`,
  );
};

/** Another program took the port between our looking and the server's binding. */
export const portWasTaken = (log: string): boolean => /Address already in use|could not bind/.test(log);

/** Children of a killed server still hold its memory; they end within seconds. */
export const predecessorIsEnding = (log: string): boolean =>
  /still in use|is the "postmaster.pid"|lock file "postmaster.pid" already exists/.test(log);
