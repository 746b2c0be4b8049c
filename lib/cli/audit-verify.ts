import { type AuditPlace, type ChainCheck, checkChain, type Misfit } from '@/lib/db/audit-chain';
import { createDatabase } from '@/lib/db/client';
import { command } from './command';
import { openDatabaseServer } from './database-server';

const named = ({ seq, action, at }: AuditPlace): string => `${seq}, ${action}, ${at.toISOString()}`;

const BECAUSE: Record<Misfit, string> = {
  changed: 'it does not say what it said when it was added',
  'not-next': 'it does not follow the entry before it, which was changed or is missing',
  'not-on-record': 'it is not the entry that was added last',
};

const said = (chain: ChainCheck): string => {
  const count = `${chain.entries} ${chain.entries === 1 ? 'entry' : 'entries'}`;
  switch (chain.is) {
    case 'whole': {
      const newest = chain.last ? ` The newest is ${named(chain.last)}, ${chain.last.hash}.` : '';
      const unknown = chain.endKnown
        ? ''
        : ' Where it ends was not kept when it was written, so a cut tail cannot be told.';
      return `The chain is whole: ${count}.${newest}${unknown}`;
    }
    case 'broken':
      return `Entry ${named(chain.at)} does not fit: ${BECAUSE[chain.because]}. The ${count} before it fit.`;
    case 'cut': {
      const until = chain.last ? ` The last that is left is ${named(chain.last)}.` : '';
      const missing = chain.end ? `entry ${chain.end.seq} is missing` : 'the record of where it ends is gone';
      return `The tail is cut: ${missing}.${until} The ${count} that are left fit.`;
    }
  }
};

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

await command({
  name: 'npm run audit:verify',
  about:
    'Checks the audit chain: every entry says what it said, follows the one before it, and none is missing.',
  options: { json: { type: 'boolean', help: 'print one JSON object' } },
  notes: [
    'Names the first entry that does not fit, and exits with 1 then.',
    'The newest hash, noted outside the database, also tells a chain that was made up anew.',
  ],
  run: async ({ values: { json = false } }) => {
    const server = await openDatabaseServer({ command: 'npm run audit:verify', whenOwned: 'attach' });
    const database = createDatabase(server.url, { max: 1 });
    try {
      const chain = await checkChain(database.prisma);
      process.stdout.write(`${json ? JSON.stringify(chain, plain) : said(chain)}\n`);
      return chain.is === 'whole' ? 0 : 1;
    } finally {
      await database.close();
      await server.stop();
    }
  },
});
