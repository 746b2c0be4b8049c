import type { Desk } from './desk';

/** Everything a message could leave behind. */
export const rowCounts = async ({ prisma }: Desk) => ({
  customers: await prisma.customer.count(),
  contactPoints: await prisma.contactPoint.count(),
  conversations: await prisma.conversation.count(),
  turns: await prisma.turn.count(),
  runs: await prisma.run.count(),
  events: await prisma.event.count(),
  deliveries: await prisma.inboundDelivery.count(),
});
