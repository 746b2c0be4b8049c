import { beforeEach, describe, expect, it } from 'vitest';
import { literalModels } from '@/lib/assist/testing/literal-models';
import type { CorrectionBody } from '@/lib/domain/correction';
import { correctCue } from './correct-cue';
import { recordCueEvent } from './record-cue-event';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { cueOf, openCase, writesAgain } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn();
const stranger = await desk.signIn('rep', 'enterprise');

let id = '';
beforeEach(async () => {
  desk.answerWith(literalModels());
  id = await openCase(desk, rep);
});

const correct = (cueId: string, body: CorrectionBody, actor = rep, reason: string | null = null) =>
  correctCue(actor, { params: { id: cueId }, body: { body, reason } });
const intent = (after: string): CorrectionBody => ({
  kind: 'override',
  field: 'intent',
  before: 'billing.bill-explanation',
  after,
});
const triageOf = async () =>
  (await cueOf(desk, id, 'triage')).payload.triage as {
    intent: { id: string; confidence: number };
    urgency: { level: string; reasons: string[] };
  };

describe('overriding', () => {
  it('runs the pipeline again with what was set, and the new cues carry it', async () => {
    const before = await cueOf(desk, id, 'triage');
    await correct(before.id, intent('billing.dispute-charge'), rep, 'they dispute it');
    expect(await prisma.run.findFirst({ where: { conversationId: id, state: 'queued' } })).toMatchObject({
      trigger: 'correction',
    });
    await desk.workOff();
    expect((await triageOf()).intent).toMatchObject({ id: 'billing.dispute-charge', confidence: 1 });
    expect(await prisma.cue.findUnique({ where: { id: before.id } })).toMatchObject({ state: 'replaced' });
    expect(await prisma.conversation.findUnique({ where: { id } })).toMatchObject({
      intent: 'billing.dispute-charge',
    });
    expect(await prisma.correction.findFirst({ where: { conversationId: id } })).toMatchObject({
      kind: 'override',
      reason: 'they dispute it',
      cueId: before.id,
      runId: before.runId,
      agentVersionId: 'literal',
      actorId: rep.id,
    });
  });

  it('outranks the engine in every later turn, the latest word of each field winning', async () => {
    const cue = await cueOf(desk, id, 'triage');
    await correct(cue.id, intent('billing.dispute-charge'));
    await correct(cue.id, { kind: 'override', field: 'urgency', before: 'low', after: 'critical' });
    await correct(cue.id, intent('billing.missing-payment'));
    await writesAgain(desk, id, 'hello?');
    await desk.workOff();
    expect(await triageOf()).toMatchObject({
      intent: { id: 'billing.missing-payment' },
      urgency: { level: 'critical', reasons: ['Set by a rep'] },
    });
  });

  it('to no intent of this desk is refused with the path, and changes nothing', async () => {
    const cue = await cueOf(desk, id, 'triage');
    expect(await refusal(correct(cue.id, intent('billing.made-up')))).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'body.after' }],
    });
    expect(await prisma.correction.count({ where: { conversationId: id } })).toBe(0);
    expect(await prisma.run.count({ where: { conversationId: id, state: 'queued' } })).toBe(0);
  });

  it('by several people at once leaves one run waiting', async () => {
    const cue = await cueOf(desk, id, 'triage');
    const intents = [
      'billing.dispute-charge',
      'billing.missing-payment',
      'billing.fees-question',
      'billing.invoice-copy',
    ];
    expect(await outcomes(intents.map((after) => correct(cue.id, intent(after))))).toEqual({
      done: 4,
      refused: [],
    });
    expect(await prisma.run.count({ where: { conversationId: id, state: 'queued' } })).toBe(1);
    expect(await prisma.correction.count({ where: { conversationId: id } })).toBe(4);
  });
});

describe('dismissing', () => {
  it('takes the suggestion away, for good, and says so', async () => {
    const cue = await cueOf(desk, id, 'resolution');
    await correct(cue.id, { kind: 'dismissal', why: 'wrong' });
    expect(await prisma.cue.findUnique({ where: { id: cue.id } })).toMatchObject({ state: 'withdrawn' });
    expect(await prisma.cueEvent.findMany({ where: { cueId: cue.id } })).toMatchObject([
      { kind: 'dismissed', actorId: rep.id },
    ]);
    expect(await prisma.event.count({ where: { conversationId: id, kind: 'cues.withdrawn' } })).toBe(1);
    expect(await prisma.run.count({ where: { conversationId: id, state: 'queued' } })).toBe(0);
  });

  it('another cue leaves the suggestion where it is', async () => {
    const cue = await cueOf(desk, id, 'escalation');
    await correct(cue.id, { kind: 'dismissal', why: 'not-now' });
    expect(await cueOf(desk, id, 'resolution')).toMatchObject({ state: 'live' });
  });
});

describe('any correction', () => {
  it.each<CorrectionBody>([
    { kind: 'accept', text: 'x' },
    { kind: 'edit', before: 'a', after: 'b', distance: 1 },
    { kind: 'return', why: 'because' },
  ])('that records itself elsewhere is not made by hand: $kind', async (body) => {
    const cue = await cueOf(desk, id, 'resolution');
    expect(await refusal(correct(cue.id, body))).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'body.kind' }],
    });
  });

  it('of a cue out of scope finds nothing, and an administrator may not', async () => {
    const cue = await cueOf(desk, id, 'triage');
    const refused = await refusal(correct(cue.id, intent('billing.dispute-charge'), stranger));
    const missing = await refusal(correct('cue_000000000000000000000000', intent('billing.dispute-charge')));
    expect([refused.code, refused.message]).toEqual([missing.code, missing.message]);
    expect(
      await refusal(correct(cue.id, intent('billing.dispute-charge'), await desk.signIn('admin'))),
    ).toMatchObject({ code: 'forbidden' });
  });
});

describe('what happened to a cue', () => {
  it('is recorded in order, for those in scope', async () => {
    const cue = await cueOf(desk, id, 'resolution');
    for (const kind of ['shown', 'seen', 'inserted', 'undone'] as const)
      await recordCueEvent(rep, { params: { id: cue.id }, body: { kind } });
    const events = await prisma.cueEvent.findMany({ where: { cueId: cue.id }, orderBy: { id: 'asc' } });
    expect(events.map(({ kind }) => kind)).toEqual(['shown', 'seen', 'inserted', 'undone']);
    expect(
      await refusal(recordCueEvent(stranger, { params: { id: cue.id }, body: { kind: 'seen' } })),
    ).toMatchObject({ code: 'not_found' });
  });
});
