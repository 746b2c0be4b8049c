import { daysBetween } from '@/lib/core/clock';
import { formatMoney, usd } from '@/lib/core/money';
import { firstWords } from '@/lib/core/text';
import type { HandoffPacket } from '@/lib/domain/handoff';
import { fitWords } from '@/lib/domain/packet-words';
import type { ArticleFile } from '../files/article-file';
import type { Handover } from './escalated';
import { type About, personOf } from './fill-slots';

/** Past packets call an article stale by its age alone. */
const STALE_AFTER_DAYS = 365;

/** The packet a lead read when a past conversation was handed over: complete, within the limit of words. */
export const pastPacket = (
  past: { title: string; intent: string },
  handover: Handover,
  about: About,
  firstLine: string,
  openedAt: Date,
  articles: ArticleFile[],
): HandoffPacket => {
  const { customer, contact } = about.account;
  const years = Math.floor(daysBetween(customer.since, openedAt) / 365);
  const tenure = years >= 1 ? `${years} year${years === 1 ? '' : 's'} with us` : 'new this year';
  const facts = [
    { label: 'Account', value: customer.accountNumber ?? '' },
    { label: 'Area', value: customer.area },
    ...(about.bill
      ? [
          {
            label: 'Bill',
            value: `${about.bill.invoice.number}, ${formatMoney(usd(about.bill.invoice.totalMinor))}`,
          },
        ]
      : []),
    ...(about.order ? [{ label: 'Order', value: `${about.order.number}, ${about.order.item}` }] : []),
    ...(about.visit ? [{ label: 'Visit', value: `${about.visit.number}, ${about.visit.window}` }] : []),
  ];
  const knowledge = articles
    .filter(({ intents }) => intents.includes(past.intent))
    .slice(0, 2)
    .map(({ id, title, reviewed_days_ago }) => ({
      articleId: id,
      title,
      stale: reviewed_days_ago > STALE_AFTER_DAYS,
    }));
  const worded = fitWords({
    customer: `${contact ? `${customer.name} (${contact})` : personOf(about)}, ${customer.tier}, ${tenure}`,
    issue: past.title,
    inTheirWords: `“${firstWords(firstLine, 35)}”`,
    tried: handover.tried,
    knowledge,
    next: handover.next,
    tone: handover.tone,
    facts,
  });
  return { ...worded, completeness: { score: 1, missing: [] } };
};
