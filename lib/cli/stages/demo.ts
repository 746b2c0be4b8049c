import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { keptSecret, newSecret } from '@/lib/db/server/secret-file';
import { env } from '@/lib/env';
import type { DemoAccount, Stage } from './stage';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 12 characters (59 bits) that can be read out aloud, the same for the same installation and account. */
export const demoPassword = (secret: string, email: string): string =>
  [...createHmac('sha256', secret).update(email).digest().subarray(0, 12)]
    .map((byte) => LETTERS[byte % LETTERS.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

const accountsSchema = z.array(
  z.object({ email: z.string(), name: z.string(), role: z.string(), password: z.string() }),
);

const inDataDir = (name: string): string => join(env().dataDir, name);
const writePrivate = (name: string, text: string): Promise<void> =>
  writeFile(inDataDir(name), text, { mode: 0o600 });

/** The accounts this installation made. A database that another one seeded has passwords we cannot know: none. */
const knownAccounts = async (): Promise<DemoAccount[]> => {
  const file = inDataDir('demo-accounts.json');
  return existsSync(file) ? accountsSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : [];
};

const PUBLIC_KEY_FILE = 'public-api-key';

/** The key of the public API that this installation made; null for a database that another one seeded. */
const knownPublicKey = async (): Promise<string | null> => {
  const file = inDataDir(PUBLIC_KEY_FILE);
  return existsSync(file) ? (await readFile(file, 'utf8')).trim() : null;
};

/**
 * Fills an empty database with the demo organisation and keeps who can sign in, with passwords made here, in the
 * data folder. The list is written first: a start that is killed after the seed must not have lost the passwords.
 */
export const demoStage: Stage = {
  title: 'Demo organisation',
  run: async (launch, detail) => {
    const { database } = await import('@/lib/db/client');
    const { prisma } = database();
    if ((await prisma.installation.findUnique({ where: { key: 'seeded' } })) === null) {
      const [{ PEOPLE }, { seedDemo }] = await Promise.all([
        import('@/prisma/seed/people'),
        import('@/prisma/seed/seed-demo'),
      ]);
      const secret = await keptSecret(inDataDir('demo-secret'), newSecret);
      const passwords = (email: string) => demoPassword(secret, email);
      const accounts = PEOPLE.map(({ email, name, role }) => ({
        email,
        name,
        role,
        password: passwords(email),
      }));
      await writePrivate('demo-accounts.json', `${JSON.stringify(accounts, null, 2)}\n`);
      const { apiKey, publicApiKey } = await seedDemo(prisma, {
        now: new Date(),
        passwords,
        progress: detail,
      });
      if (apiKey !== null) await writePrivate('api-key', `${apiKey}\n`);
      if (publicApiKey !== null) await writePrivate(PUBLIC_KEY_FILE, `${publicApiKey}\n`);
    }
    launch.accounts = await knownAccounts();
    launch.publicApiKey = await knownPublicKey();
  },
};
