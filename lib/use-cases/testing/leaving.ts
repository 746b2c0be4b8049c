import type { Flag } from '@/lib/domain/triage';
import type { UserActor } from '@/lib/domain/user';
import { type AccountCase, openAccountCase } from './account-case';
import type { Desk } from './desk';

/** Has triage say other flags than the engine did: actions and offers are decided on what stands. */
export const raiseFlags = async (
  { prisma }: Desk,
  { conversationId }: Pick<AccountCase, 'conversationId'>,
  flags: readonly Flag[],
): Promise<void> => {
  const cue = await prisma.cue.findFirstOrThrow({
    where: { conversationId, kind: 'triage', state: { not: 'replaced' } },
  });
  const payload = cue.payload as { triage: object };
  const evidence = { turnId: 't', start: 0, end: 1, text: 'x' };
  const triage = { ...payload.triage, flags: flags.map((flag) => ({ flag, evidence })) };
  await prisma.cue.update({ where: { id: cue.id }, data: { payload: { ...payload, triage } } });
};

/** A long-standing fiber customer who pays a gigabit and uses a fraction of it, and says they want to leave. */
export const leavingCase = async (desk: Desk, rep: UserActor): Promise<AccountCase> => {
  const opened = await openAccountCase(desk, rep, {
    tenure_months: 40,
    area: 'Fenwick',
    services: [{ kind: 'fiber', plan: 'Fiber 1 Gig' }],
    text: 'I want to cancel my internet',
  });
  await desk.prisma.service.updateMany({
    where: { customerId: opened.customerId },
    data: { usageGb: 210, peakMbps: 140 },
  });
  await raiseFlags(desk, opened, ['cancel']);
  return opened;
};

/** The same customer leaving in a second conversation, in the hands of the same rep. */
export const leavingAgain = async (
  desk: Desk,
  rep: UserActor,
  { customerId, account }: AccountCase,
): Promise<AccountCase> => {
  const { conversationId } = await openAccountCase(desk, rep, { text: 'I want to cancel' });
  await desk.prisma.conversation.update({ where: { id: conversationId }, data: { customerId } });
  const again = { conversationId, customerId, account };
  await raiseFlags(desk, again, ['cancel']);
  return again;
};
