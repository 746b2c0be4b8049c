import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { literalModels, OPINIONS } from '@/lib/assist/testing/literal-models';
import { loadRunInput } from '@/lib/db/run-input';
import { sentSuggestions } from '@/lib/db/sent-suggestions';
import { type HandoffPacket, handoffPacketSchema } from '@/lib/domain/handoff';
import { engine } from '@/lib/engines/local/sample-engine';
import { correctCue } from './correct-cue';
import { escalateConversation } from './escalate-conversation';
import { getConversation } from './get-conversation';
import { listCues } from './list-cues';
import { sendReply } from './send-reply';
import { startWrapUp } from './start-wrap-up';
import { testDesk } from './testing/desk';
import { cueOf, openCase, writesAgain } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const TITLE = 'Why a bill went up';
const SUGGESTED = OPINIONS.resolution.reply;

let id = '';
beforeEach(async () => {
  desk.answerWith(
    literalModels({}, { summariseHandoff: engine.summariseHandoff, summariseWrapUp: engine.summariseWrapUp }),
  );
  id = await openCase(desk, rep);
});
afterEach(() => desk.answerWith(literalModels()));

/** The suggestion as it stands, as if it stood on an article. */
const suggestion = async () => {
  const cue = await cueOf(desk, id, 'resolution');
  const citation = {
    of: 'article',
    n: 1,
    articleId: 'bill',
    chunkId: 'bill#1',
    title: TITLE,
    quote: 'A price lock ended.',
    ageDays: 1,
    stale: false,
    audience: 'public',
  };
  const payload = {
    ...cue.payload,
    resolution: {
      ...(cue.payload.resolution as object),
      outcome: 'suggest',
      citations: [citation, { ...citation, n: 2 }],
    },
  };
  await prisma.cue.update({ where: { id: cue.id }, data: { payload } });
  return cue;
};

const reply = async (text: string, cueId: string | null) => {
  const { turn } = await sendReply(rep, { params: { id }, body: { text, cueId, clientId: randomUUID() } });
  desk.clock.advance(1000);
  await desk.workOff();
  return turn;
};

const customer = async (text: string) => {
  await writesAgain(desk, id, text);
  desk.clock.advance(1000);
  await desk.workOff();
};

const packet = async (): Promise<HandoffPacket> =>
  handoffPacketSchema.parse((await cueOf(desk, id, 'handoff')).payload.packet);

describe('the packet says what was tried', () => {
  it('by the suggestion that was sent, when, and what the customer wrote of it', async () => {
    const cue = await suggestion();
    const turn = await reply(SUGGESTED, cue.id);
    expect((await packet()).tried).toEqual([
      { what: `Suggested answer sent: ${TITLE}`, result: 'no answer yet', at: turn.at },
    ]);
    await customer('that did not help at all');
    expect((await packet()).tried).toEqual([
      {
        what: `Suggested answer sent: ${TITLE}`,
        result: 'did not work: “that did not help at all”',
        at: turn.at,
      },
    ]);
  });

  it('and that it was edited', async () => {
    const cue = await suggestion();
    const turn = await reply(SUGGESTED.replace('now.', 'today.'), cue.id);
    expect(await sentSuggestions(prisma, id)).toEqual([{ turnId: turn.id, titles: [TITLE], edited: true }]);
    expect((await packet()).tried[0]?.what).toBe(`Suggested answer sent, edited: ${TITLE}`);
  });

  it('but not by one that was rewritten, was somebody else’s words, or was dismissed after it was sent', async () => {
    const cue = await suggestion();
    await reply('Nothing of what stood there is left in here.', cue.id);
    await reply('Hello.', null);
    expect(await sentSuggestions(prisma, id)).toEqual([]);
    await reply(SUGGESTED, cue.id);
    expect(await sentSuggestions(prisma, id)).toHaveLength(1);
    await correctCue(rep, {
      params: { id: cue.id },
      body: { body: { kind: 'dismissal', why: 'wrong' }, reason: null },
    });
    expect(await sentSuggestions(prisma, id)).toEqual([]);
  });

  it('and so do the notes of the wrap-up', async () => {
    const cue = await suggestion();
    await reply(SUGGESTED, cue.id);
    const { wrapUp } = await startWrapUp(rep, { params: { id } });
    expect(wrapUp.draft.notes).toContain(`answered from “${TITLE}”`);
  });
});

it('a run reads when a step was ticked by hand, so that it stays where it was ticked', async () => {
  const cue = await cueOf(desk, id, 'resolution');
  const body = { kind: 'override', field: 'step', step: 'restart', before: false, after: true } as const;
  const at = desk.clock.now();
  await correctCue(rep, { params: { id: cue.id }, body: { body, reason: null } });
  const [tick, ...more] = (await loadRunInput(prisma, id, { newestTurns: 10, now: at }))?.overrides ?? [];
  expect(more).toEqual([]);
  expect(tick?.body).toEqual(body);
  expect(Math.abs(Date.parse(tick?.at ?? '') - at.getTime())).toBeLessThan(60_000);
});

describe('the packet has versions', () => {
  const versions = () =>
    prisma.handoffPacket.findMany({ where: { conversationId: id }, orderBy: { version: 'asc' } });

  it('each run stores the next, and the console shows the newest', async () => {
    await reply('I am on it.', null);
    await customer('and another thing');
    await customer('are you there?');
    const stored = await versions();
    expect(stored.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    expect(new Set(stored.map(({ runId }) => runId)).size).toBe(4);
    const { cues } = await listCues(rep, { params: { id } });
    expect(cues.find(({ payload }) => payload.kind === 'handoff')?.payload).toEqual({
      kind: 'handoff',
      packet: stored.at(-1)?.payload,
    });
  });

  it('an escalation keeps the one it was raised with', async () => {
    await reply('I am on it.', null);
    const { escalation } = await escalateConversation(rep, {
      params: { id },
      body: { queue: 'legal-desk', kind: 'specialist', note: '' },
    });
    await customer('that did not help at all');
    await reply('I have sent you the bill.', null);
    const [, raisedWith, ...later] = await versions();
    expect(later).toHaveLength(2);
    const row = await prisma.escalation.findUniqueOrThrow({ where: { id: escalation.id } });
    expect(row.packetId).toBe(raisedWith?.id);
    expect(escalation.packet).toEqual(raisedWith?.payload);
    expect((await getConversation(rep, { params: { id } })).escalation?.packet).toEqual(raisedWith?.payload);
    expect(later.at(-1)?.payload).not.toEqual(raisedWith?.payload);
  });
});
