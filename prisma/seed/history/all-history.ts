import type { Queue } from '@/lib/policies/queues-policy';
import type { SeedAccount } from '../accounts/account';
import type { Numbers } from '../accounts/numbers';
import type { ArticleFile } from '../files/article-file';
import type { PastFile } from '../files/conversation-file';
import type { SeedUser } from '../people';
import { queueOf } from '../queues';
import { applyFit } from './apply-fit';
import { HANDOVERS, type Handover } from './escalated';
import { pastPacket } from './packet';
import { type PastRows, pastConversation } from './past-conversation';
import { type EscalationRows, pastEscalation } from './past-escalation';
import { planHistory } from './plan';

export interface History {
  conversations: PastRows[];
  escalations: EscalationRows[];
}

interface Setting {
  accounts: SeedAccount[];
  users: SeedUser[];
  queues: Queue[];
  articles: ArticleFile[];
  numbers: Numbers;
  now: Date;
  random: () => number;
}

/** What an escalated conversation without its own entry is told with. */
const anyHandover: Handover = {
  queue: 'escalation-leads',
  kind: 'immediate',
  trigger: { id: 'rep-decision', when: 'rep.escalated', say: 'The rep asked for a lead.' },
  tried: [],
  next: ['Read the conversation and call back'],
  tone: 'Has waited long enough.',
  ended: 'Settled by the lead.',
};

/** The last four months: every past conversation `times` times, on accounts that are changed to match. */
export const allHistory = (pasts: PastFile[], times: number, setting: Setting): History => {
  const { accounts, users, queues, articles, numbers, now, random } = setting;
  const planned = planHistory(pasts, accounts, times, now, random);
  // First every account gets what its conversations are about; only then are sums final and can be spoken of.
  const told = planned.map((plan) => ({ plan, about: applyFit(plan, now, numbers, random) }));
  const history: History = { conversations: [], escalations: [] };
  for (const { plan, about } of told) {
    const enterprise = plan.account.customer.tier === 'enterprise';
    const teamId = enterprise ? 'enterprise' : 'care';
    const reps = users.filter((user) => user.role === 'rep' && user.teamId === teamId);
    const rep = reps[Math.floor(random() * reps.length)];
    const lead = users.find((user) => user.role === 'lead' && user.teamId === teamId);
    if (!rep || !lead) throw new RangeError(`team ${teamId} has no rep or no lead`);
    const handover = plan.past.outcome === 'escalated' ? (HANDOVERS[plan.past.id] ?? anyHandover) : null;
    const queue = handover?.queue ?? (enterprise ? 'enterprise-desk' : queueOf(plan.past.intent));
    const rows = pastConversation(plan, about, rep, queue, random);
    history.conversations.push(rows);
    if (handover) {
      const packet = pastPacket(
        plan.past,
        handover,
        about,
        rows.turns[0]?.text ?? '',
        plan.openedAt,
        articles,
      );
      const minutes = queues.find(({ id }) => id === handover.queue)?.pick_up_minutes ?? 10;
      history.escalations.push(pastEscalation(rows, handover, packet, rep, lead, minutes, random));
    }
  }
  return history;
};
