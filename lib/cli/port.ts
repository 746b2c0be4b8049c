import { createServer } from 'node:net';
import { AppError } from '@/lib/core/errors';

const SENTENCES: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is in use by another program: stop that one, or choose another port with PORT=${port + 1}.`,
  EACCES: (_host, port) => `This user may not listen on port ${port}: choose one above 1023 with PORT=3000.`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}: set HOST to one it has, such as 127.0.0.1.`,
  ENOTFOUND: (host) => `This machine has no address ${host}: set HOST to one it has, such as 127.0.0.1.`,
};

/** Why listening failed, as a sentence. */
export const listenFailure = (thrown: unknown, host: string, port: number): unknown => {
  const sentence = thrown instanceof Error && 'code' in thrown ? SENTENCES[String(thrown.code)] : undefined;
  return sentence ? new AppError('conflict', sentence(host, port), { cause: thrown }) : thrown;
};

/** Throws `conflict` when the port cannot be listened on: better said before a minute of building than after. */
export const assertPortFree = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (thrown) => reject(listenFailure(thrown, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
