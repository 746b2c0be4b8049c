import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModelServer, startModelServer } from '@/e2e/fixtures/model-server/server';
import type { KnownValue } from '@/lib/detectors/vault';
import type { Utterance } from '@/lib/domain/conversation';
import { createOpenAiEngine, type RemotePorts } from './engine';
import {
  agentsPolicy,
  handoffRequest,
  resolutionRequest,
  shippedPrompts,
  taxonomy,
  triageRequest,
  wrapUpRequest,
} from './sample-requests';

let server: ModelServer;
let ports: RemotePorts;
beforeAll(async () => {
  server = await startModelServer();
  ports = createOpenAiEngine({
    baseUrl: server.url,
    apiKey: 'test-key',
    defaultModel: null,
    agents: agentsPolicy(),
    prompts: await shippedPrompts(),
    taxonomy,
  }).withModel('gpt-4.1-mini');
});
afterAll(() => server.close());

const signal = new AbortController().signal;

/** Customers as an account knows them, with what they write and which of it must not leave. */
const SPOKEN: { known: KnownValue[]; says: string; secret: string[] }[] = [
  {
    known: [
      { type: 'person', value: 'Oleksandr Kovalenko' },
      { type: 'email', value: 'oleksandr.kovalenko@example.com' },
    ],
    says: 'kovalenko here again, oleksandr.kovalenko@example.com, the picture on my tv freezes every night',
    secret: ['kovalenko', 'oleksandr'],
  },
  {
    known: [{ type: 'person', value: "Margaret O'Leary" }],
    says: "This is MARGARET O'LEARY. My husband's line 406-555-0188 was cut off, call me on (406) 555-0115.",
    secret: ['margaret', "o'leary", '555-0188', '555-0115'],
  },
  {
    known: [{ type: 'person', value: 'Tuan Pham' }],
    says: 'Tuan Pham, card 4242 4242 4242 4242, charge that one and not the iban DE89 3704 0044 0532 0130 00',
    secret: ['tuan', 'pham', '4242', '3704 0044'],
  },
  {
    known: [
      { type: 'person', value: 'Hearth & Rye Bakery' },
      { type: 'account_number', value: 'LK-771204' },
    ],
    says: 'Account LK-771204, hearth & rye bakery: our terminal at 10.20.30.40 is offline since 6',
    secret: ['LK-771204', 'hearth & rye', '10.20.30.40'],
  },
  {
    known: [{ type: 'person', value: 'Maya Ortiz' }],
    says: 'my social is 536-22-8714 and I moved, please write to new.maya@example.org',
    secret: ['536-22-8714', 'new.maya@example.org', 'maya'],
  },
  {
    known: [{ type: 'person', value: 'Zzyra Canary' }],
    says: 'Can Zzyra\u200b Canary get a callback at canary-7f3a@example.net?',
    secret: ['zzyra', 'canary'],
  },
];

const ROLES: [string, (utterances: Utterance[], known: readonly KnownValue[]) => Promise<unknown>][] = [
  ['triage', (utterances, known) => ports.triage({ ...triageRequest, utterances }, { signal, known })],
  [
    'resolution',
    (utterances, known) =>
      ports.draftResolution({ ...resolutionRequest, utterances, facts: [] }, { signal, known }),
  ],
  [
    'handoff',
    (utterances, known) =>
      ports.summariseHandoff({ ...handoffRequest, utterances, facts: [] }, { signal, known }),
  ],
  [
    'wrap-up',
    (utterances, known) => ports.summariseWrapUp({ ...wrapUpRequest, utterances }, { signal, known }),
  ],
];

test.each(ROLES)('%s: nothing that says who the customer is leaves the machine', async (_role, ask) => {
  for (const { known, says, secret } of SPOKEN) {
    const from = server.requests.length;
    await ask([{ turnId: 'trn_1', role: 'customer', text: says }], known);
    const sent = server.requests.slice(from).map(({ raw }) => raw.toLowerCase());
    expect(sent.length).toBeGreaterThan(0);
    for (const value of secret) expect(sent.join('\n')).not.toContain(value.toLowerCase());
  }
});

test('what was taken out is back in what the rep reads', async () => {
  const { known, says } = SPOKEN[0] ?? { known: [], says: '' };
  const { value } = await ports.summariseWrapUp(
    { ...wrapUpRequest, utterances: [{ turnId: 'trn_1', role: 'customer', text: says }] },
    { signal, known },
  );
  expect(value.notes).toContain('kovalenko');
  expect(value.notes).not.toMatch(/\[[A-Z]+_\d/);
});
