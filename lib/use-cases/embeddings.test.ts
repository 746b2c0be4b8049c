import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ModelServer, startModelServer } from '@/e2e/fixtures/model-server/server';
import { systemClock } from '@/lib/core/clock';
import { testDatabase } from '@/lib/db/testing';
import { createBreakers } from '@/lib/engines/chain/breakers';
import { createEmbed } from '@/lib/engines/openai/embed';
import { createLibrary, type Library } from '@/lib/knowledge/library';
import { readArticles } from '@/lib/knowledge/testing/read-articles';
import { loadPolicies } from '@/lib/policies/load';
import { createEmbeddings, type Embeddings } from './embeddings';
import { policiesDir } from './policies-in-force';

const { prisma } = await testDatabase();
const policies = await loadPolicies(policiesDir());
const NEVER = new AbortController().signal;
const words = createLibrary({
  articles: readArticles(new Date()).slice(0, 20),
  policy: policies.knowledge,
  clock: systemClock,
});

let server: ModelServer;
beforeEach(async () => {
  await prisma.textVector.deleteMany();
  server = await startModelServer();
});
afterEach(() => server.close());

const start = (model = 'm', onOtherDimension = (): void => undefined): Embeddings =>
  createEmbeddings({
    db: prisma,
    clock: systemClock,
    model,
    embed: createEmbed({ baseUrl: server.url, apiKey: 'k', model }, systemClock),
    breakers: createBreakers(policies.agents.breaker),
    onOtherDimension,
  });
const learnt = async (embeddings = start()): Promise<Library> => {
  await embeddings.learn(words.meaningTexts, NEVER);
  return words.withMeaning(embeddings.meaning);
};
const embeddedTexts = (): string[] => server.requests.flatMap(({ body }) => body.input as string[]);
const search = (library: Library, text: string) =>
  library.search({ text, intents: [], products: [], limit: 3 }, NEVER);

describe('embeddings', () => {
  it('are paid for once: by the first process, not by a second one or after a restart', async () => {
    await learnt();
    expect(embeddedTexts().toSorted()).toEqual([...new Set(words.meaningTexts)].toSorted());
    const paid = server.requests.length;
    await learnt(start());
    expect(server.requests.length).toBe(paid);
  });

  it('are made anew for what was changed, and for another model', async () => {
    await learnt();
    server.requests.length = 0;
    const embeddings = start();
    await embeddings.learn([...words.meaningTexts, 'A new fact: it is new.'], NEVER);
    expect(embeddedTexts()).toEqual(['A new fact: it is new.']);
    server.requests.length = 0;
    await learnt(start('other'));
    expect(embeddedTexts()).toHaveLength(new Set(words.meaningTexts).size);
  });

  it('find what an article means beside what it says, and the trace has what it took', async () => {
    const { passages, use } = await search(await learnt(), 'my bill has a late fee');
    expect(passages[0]?.articleId).toBe('late-fees');
    expect(use).toMatchObject({ engine: 'rules, openai:m', hops: [], costMicros: null });
    expect(use.tokensIn).toBeGreaterThan(0);
  });

  it.each([
    ['429', 'rate-limited'],
    ['500', 'server-error'],
    ['401', 'rejected'],
    ['html', 'not-json-response'],
    ['reset', 'connection'],
    ['hang', 'timeout'],
  ] as const)(
    'give way to words when the endpoint answers %s, with the fault in the trace',
    async (mode, fault) => {
      const library = await learnt();
      server.setFaults({ always: mode });
      const { passages, use } = await search(library, 'my bill has a late fee');
      expect(passages).toEqual((await search(words, 'my bill has a late fee')).passages);
      expect(use.engine).toBe('rules');
      expect(use.hops).toMatchObject([{ engine: 'openai:m', fault }]);
    },
  );

  it('leave an endpoint alone that failed again and again', async () => {
    const library = await learnt();
    server.setFaults({ always: '500' });
    for (let n = 0; n < policies.agents.breaker.consecutive_failures; n++) await search(library, `fee ${n}`);
    const asked = server.requests.length;
    const { use } = await search(library, 'one more fee');
    expect(use.hops).toMatchObject([{ fault: 'breaker-open' }]);
    expect(server.requests.length).toBe(asked);
  });

  it('stop with the run that asked', async () => {
    const library = await learnt();
    server.setFaults({ always: 'hang' });
    const controller = new AbortController();
    const asked = library.search(
      { text: 'late fee', intents: [], products: [], limit: 3 },
      controller.signal,
    );
    controller.abort(new Error('a newer turn'));
    await expect(asked).rejects.toThrow('a newer turn');
  });

  it('take personal data out of a question before it leaves', async () => {
    const library = await learnt();
    server.requests.length = 0;
    await search(library, 'late fee, mail me at zoe.lund@example.org');
    expect(embeddedTexts()).toEqual(['late fee, mail me at [EMAIL_1]']);
  });

  it('are forgotten when the endpoint gives another dimension, and learnt anew', async () => {
    const other = vi.fn();
    const embeddings = start('m', other);
    await prisma.textVector.createMany({
      data: words.meaningTexts.slice(0, 3).map((text, n) => ({
        model: 'm',
        hash: `old-${n}-${text.length}`,
        vector: new Uint8Array(12),
        usedAt: new Date(),
      })),
    });
    const library = await learnt(embeddings);
    await prisma.$executeRaw`UPDATE text_vector SET vector = substring(vector from 1 for 40) WHERE model = 'm'`;
    const restarted = start('m', other);
    const small = await learnt(restarted);
    expect((await search(small, 'late fee')).use.hops).toMatchObject([{ fault: 'wrong-meaning' }]);
    expect(other).toHaveBeenCalledTimes(1);
    const anew = await learnt(restarted);
    expect((await search(anew, 'late fee')).use.hops).toEqual([]);
    expect((await search(anew, 'late fee')).passages).toEqual((await search(library, 'late fee')).passages);
  });

  it('know what was stored before the endpoint broke off, and go on from there', async () => {
    const many = Array.from({ length: 130 }, (_, n) => `Fact number ${n}`);
    server.setFaults(['429']);
    await expect(start().learn(many, NEVER)).rejects.toThrow('rate-limited');
    const embeddings = start();
    const { embed } = { embed: embeddings.learn(many.slice(0, 64), NEVER) };
    await embed;
    server.requests.length = 0;
    await embeddings.learn(many, NEVER);
    expect(embeddedTexts()).toEqual(many.slice(64));
  });

  it('let go of vectors that nothing needed for a month', async () => {
    await prisma.textVector.create({
      data: {
        model: 'm',
        hash: 'x',
        vector: new Uint8Array(8),
        usedAt: new Date(Date.now() - 40 * 86_400_000),
      },
    });
    await learnt();
    expect(await prisma.textVector.findFirst({ where: { hash: 'x' } })).toBeNull();
  });
});
