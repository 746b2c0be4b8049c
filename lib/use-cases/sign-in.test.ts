import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/core/clock';
import { makeUser } from '@/prisma/seed/builders/user';
import { actorOfSession, signIn, signOut } from './sign-in';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';

const desk = await testDesk();
const { prisma, clock } = desk;

/** Each test comes from an address of its own, so that no limit of another reaches it. */
let addresses = 0;
const address = () => `203.0.113.${addresses++}`;

const session = async (user?: Parameters<typeof makeUser>[1]) => {
  const made = await makeUser(prisma, user);
  const opened = await signIn(made.email, made.password, address());
  if (!opened) throw new Error('not signed in');
  return { user: made, id: opened.sessionId };
};

describe('signing in', () => {
  it('opens a session of the user, whatever the case of the mail address', async () => {
    const user = await makeUser(prisma, { name: 'Robin Vance', role: 'lead' });
    const opened = await signIn(user.email.toUpperCase(), user.password, address());
    expect(opened?.name).toBe('Robin Vance');
    expect(await actorOfSession(opened?.sessionId ?? '')).toMatchObject({
      kind: 'user',
      id: user.id,
      role: 'lead',
      teamId: 'care',
    });
  });

  it.each(['correct horsE', 'correct horse ', '', 'correct\u0000horse'])(
    'is refused with a wrong password: %j',
    async (password) => {
      const { email } = await makeUser(prisma);
      expect(await signIn(email, password, address())).toBeNull();
    },
  );

  it.each(['nobody@larkspur.example', '', "' OR 1=1 --", 'nul\u0000@larkspur.example'])(
    'is refused to somebody unknown: %j',
    async (email) => {
      expect(await signIn(email, 'correct horse', address())).toBeNull();
    },
  );

  it('is refused to a disabled user', async () => {
    const user = await makeUser(prisma);
    await prisma.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await signIn(user.email, user.password, address())).toBeNull();
  });

  it('leaves no session behind when it is refused', async () => {
    const before = await prisma.session.count();
    const { email } = await makeUser(prisma);
    await signIn(email, 'wrong', address());
    expect(await prisma.session.count()).toBe(before);
  });
});

describe('attempts', () => {
  it('of an account are limited from whatever address, also with the right password then', async () => {
    const user = await makeUser(prisma);
    const tries = await outcomes(Array.from({ length: 25 }, () => signIn(user.email, 'guess', address())));
    expect(tries.done).toBe(10);
    expect(new Set(tries.refused)).toEqual(new Set(['rate_limited']));
    const refused = await refusal(signIn(user.email, user.password, address()));
    expect(refused).toMatchObject({ code: 'rate_limited' });
    expect(refused.retryAfter).toBeGreaterThan(0);
    expect(refused.retryAfter).toBeLessThanOrEqual(900);
  });

  it('of an unknown account are limited the same way', async () => {
    const tries = await outcomes(
      Array.from({ length: 12 }, () => signIn('ghost@larkspur.example', 'guess', address())),
    );
    expect(tries).toEqual({ done: 10, refused: ['rate_limited', 'rate_limited'] });
  });

  it('from an address are limited over all accounts', async () => {
    const from = address();
    const tries = await outcomes(
      Array.from({ length: 64 }, (_, n) => signIn(`spray${n}@larkspur.example`, 'guess', from)),
    );
    expect(tries.done).toBe(60);
  });

  it('are forgiven by success', async () => {
    const user = await makeUser(prisma);
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 6; n++) await signIn(user.email, 'guess', address());
      expect(await signIn(user.email, user.password, address())).not.toBeNull();
    }
  });
});

describe('a session', () => {
  it('that is signed out is over with the next request', async () => {
    const { id } = await session();
    await signOut(id);
    expect(await actorOfSession(id)).toBeNull();
  });

  it('ends for a disabled user, and follows a change of role and team, with the next request', async () => {
    const { id, user } = await session();
    await prisma.user.update({ where: { id: user.id }, data: { role: 'qa', teamId: 'enterprise' } });
    expect(await actorOfSession(id)).toMatchObject({ role: 'qa', teamId: 'enterprise' });
    await prisma.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await actorOfSession(id)).toBeNull();
  });

  it('ends after four hours without use, and not before', async () => {
    const { id } = await session();
    clock.advance(3.9 * HOUR);
    expect(await actorOfSession(id)).not.toBeNull();
    clock.advance(3.9 * HOUR);
    expect(await actorOfSession(id)).not.toBeNull();
    clock.advance(4 * HOUR + MINUTE);
    expect(await actorOfSession(id)).toBeNull();
  });

  it('ends after twelve hours however much it is used', async () => {
    const { id } = await session();
    for (let hours = 0; hours < 11; hours++) {
      clock.advance(HOUR);
      expect(await actorOfSession(id), `after ${hours + 1} hours`).not.toBeNull();
    }
    clock.advance(HOUR + MINUTE);
    expect(await actorOfSession(id)).toBeNull();
  });

  it('that never was is nobody’s', async () => {
    for (const id of ['', 'ses_000000000000000000000000', "' OR 1=1 --"])
      expect(await actorOfSession(id)).toBeNull();
  });
});
