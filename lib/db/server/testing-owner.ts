import { openEmbedded } from './embedded';

// A process that owns a data folder until it is killed: `node --import tsx testing-owner.ts FOLDER`.
const [dataDir = ''] = process.argv.slice(2);
const { url, stop } = await openEmbedded(dataDir, { command: 'the other one' });
process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
