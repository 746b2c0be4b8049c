import { beforeEach, describe, expect, it } from 'vitest';
import { addNote } from './add-note';
import { getConversation } from './get-conversation';
import { saveDraft } from './save-draft';
import { tellPresence } from './tell-presence';
import { testDesk } from './testing/desk';
import { refusal } from './testing/refusal';
import { cueOf, openCase } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const kim = await desk.signIn('rep', 'care', 'Kim Other');
const qa = await desk.signIn('qa', 'care', 'Quinn Review');
const admin = await desk.signIn('admin');

let id = '';
beforeEach(async () => {
  id = await openCase(desk, rep);
});

const view = (actor: typeof rep) => getConversation(actor, { params: { id } });
const keep = (actor: typeof rep, text: string, cueId: string | null = null) =>
  saveDraft(actor, { params: { id }, body: { text, cueId } });

describe('a draft', () => {
  it('is kept for its author with the cue it began as, and nobody else sees it', async () => {
    await keep(rep, 'Half a sent', 'cue_1');
    expect((await view(rep)).draft).toEqual({ text: 'Half a sent', cueId: 'cue_1' });
    expect((await view(kim)).draft).toEqual({ text: '', cueId: null });
  });

  it('is forgotten when it is emptied', async () => {
    await keep(rep, 'Half a sent');
    await keep(rep, '');
    expect((await view(rep)).draft).toEqual({ text: '', cueId: null });
    expect(await prisma.draft.count({ where: { conversationId: id } })).toBe(0);
  });

  it('is one, whatever order twenty key presses arrive in', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => keep(rep, `draft ${n}`)));
    expect(await prisma.draft.count({ where: { conversationId: id } })).toBe(1);
  });

  it('is not for administrators, who do not write', async () => {
    expect(await refusal(keep(admin, 'Hello'))).toMatchObject({ code: 'forbidden' });
  });
});

describe('a note', () => {
  it('is a turn that only colleagues see, asks for no run and answers nobody', async () => {
    const before = await prisma.conversation.findUniqueOrThrow({ where: { id } });
    const runs = await prisma.run.count({ where: { conversationId: id } });
    const suggestion = await cueOf(desk, id, 'resolution');
    const { turn } = await addNote(rep, { params: { id }, body: { text: 'Calls back at five' } });
    expect(turn).toMatchObject({
      role: 'rep',
      kind: 'note',
      text: 'Calls back at five',
      authorName: 'Robin Vance',
    });
    const after = await prisma.conversation.findUniqueOrThrow({ where: { id } });
    expect(after).toMatchObject({
      waitingSince: before.waitingSince,
      dueAt: before.dueAt,
      lastText: before.lastText,
      turnCount: before.turnCount + 1,
    });
    expect(await prisma.run.count({ where: { conversationId: id } })).toBe(runs);
    expect(await prisma.cue.findUnique({ where: { id: suggestion.id } })).toMatchObject({
      state: suggestion.state,
    });
  });

  it('may come from who reviews, and is then not the rep’s', async () => {
    const { turn } = await addNote(qa, { params: { id }, body: { text: 'Seen in review' } });
    expect(turn).toMatchObject({ role: 'system', kind: 'note', authorName: 'Quinn Review' });
  });

  it('without anything to read is refused', async () => {
    expect(await refusal(addNote(rep, { params: { id }, body: { text: '\u200b\u2060' } }))).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'text' }],
    });
  });
});

describe('presence', () => {
  const tell = (actor: typeof rep, typing: boolean) =>
    tellPresence(actor, { params: { id }, body: { typing } });

  it('names the others who are here and whether they type, never oneself', async () => {
    expect(await tell(rep, false)).toEqual({ presence: [] });
    expect(await tell(kim, true)).toEqual({
      presence: [{ userId: rep.id, userName: 'Robin Vance', typing: false }],
    });
    expect(await tell(rep, false)).toEqual({
      presence: [{ userId: kim.id, userName: 'Kim Other', typing: true }],
    });
  });

  it('fades: typing after ten seconds, being here after a minute', async () => {
    await tell(kim, true);
    desk.clock.advance(11_000);
    expect((await view(rep)).presence).toMatchObject([{ userName: 'Kim Other', typing: false }]);
    desk.clock.advance(50_000);
    expect((await view(rep)).presence).toEqual([]);
  });

  it('stands twenty tabs of one person at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => tell(kim, true)));
    expect(await prisma.presence.count({ where: { conversationId: id } })).toBe(1);
  });
});
