import pino from 'pino';

/** Values that never reach a log, wherever they stand in what is logged. */
const SECRET_PATHS = [
  'password',
  'passwordHash',
  'token',
  'key',
  'secret',
  'authorization',
  'cookie',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** Structured lines on standard error; no text of customers and no credentials belong in them. */
export const log = pino(
  { level: 'info', base: null, redact: { paths: SECRET_PATHS, censor: '…' } },
  pino.destination(2),
);
