import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { IntentPolicy } from '@/lib/policies/intent-policy';
import { intentModel } from './intent-model';
import { modelFolder } from './model-folder';

const intent = (id: string, examples: string[]): IntentPolicy => ({
  id,
  title: id,
  description: id,
  queue: 'general',
  urgency: 'normal',
  complexity: 'simple',
  changes: false,
  requires: [],
  examples,
  category: id.startsWith('billing') ? 'billing' : 'technical',
});
const intents = [
  intent('billing.make-payment', ['pay my bill', 'where can i pay', 'payment by card']),
  intent('billing.invoice-copy', ['copy of my invoice', 'see my bill', 'download the invoice']),
  intent('technical.internet-down', ['internet is down', 'no connection', 'no internet at home']),
  intent('technical.tv-problem', ['tv is frozen', 'no picture on tv', 'black screen on the box']),
];
const scope = { inside: [], outside: ['what is the weather', 'boil an egg'] };

const folder = mkdtempSync(join(tmpdir(), 'cuedesk-models-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('model folder', () => {
  it('gives back what was written, and the model from it answers as the trained one', () => {
    const cache = modelFolder(folder);
    const trained = intentModel({ intents, scope }, [], cache);
    let reads = 0;
    const kept = intentModel({ intents, scope }, [], {
      read: (key) => {
        reads++;
        return cache.read(key);
      },
      write: () => {
        throw new Error('trained again');
      },
    });
    expect(reads).toBe(1);
    expect(kept.rank('my internet is down').slice(0, 2)).toEqual(
      trained.rank('my internet is down').slice(0, 2),
    );
  });

  it('trains when the folder cannot be used', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cuedesk-models-')), 'a-file');
    writeFileSync(file, '');
    chmodSync(file, 0o600);
    expect(() => intentModel({ intents, scope }, [], modelFolder(file))).not.toThrow();
  });
});
