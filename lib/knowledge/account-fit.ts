import { DAY } from '@/lib/core/clock';
import type { Account } from '@/lib/domain/customer';
import { type BillChanges, billChanges } from './bill-changes';
import { termsOf } from './terms';

/** 1 for a text whose occasion this account has, -1 for one whose occasion it has not, 0 for any other. */
export type AccountFit = (text: string) => -1 | 0 | 1;

interface Presupposed {
  /** How a text says for which occasion it is. */
  said: RegExp;
  /** Whether the account has it. */
  holds(account: Account, changes: BillChanges): boolean;
}

const someLine = (labels: readonly string[], pattern: RegExp): boolean =>
  labels.some((label) => pattern.test(label));

/** A service began between the last two bills. */
const beganBetween = ({ invoices: [newest, before], services }: Account): boolean =>
  newest !== undefined &&
  before !== undefined &&
  services.some(({ since }) => since > before.issued && since <= newest.issued);

const DAYS_OF_A_FIRST_BILL = 45;

const isNew = ({ customer: { since }, invoices: [newest] }: Account): boolean =>
  since !== null &&
  newest !== undefined &&
  Date.parse(newest.issued) - Date.parse(since) < DAYS_OF_A_FIRST_BILL * DAY;

/** Occasions that texts about bills presuppose, and how the account shows them; the first that a text names is its occasion. */
const PRESUPPOSED: readonly Presupposed[] = [
  { said: /\bfirst (?:[A-Z]\w+ )?bill\b/, holds: isNew },
  {
    said: /\b(?:prorated|part-month|middle of a bill period|mid-period)\b/i,
    holds: (account, { raised }) =>
      beganBetween(account) || someLine(raised, /prorat|part.month|\b\d+ days\b/i),
  },
  {
    said: /\bpromotion(?:al)?\b[^.]{0,60}\b(?:ends?|ended|lasts)\b|\b(?:end of|after) a promotion/i,
    holds: (_account, { raised }) => someLine(raised, /promo|introductory|welcome offer/i),
  },
  {
    said: /\bAutoPay\b.{0,120}\b(?:turning|turned|switched|raises|lost)\b/i,
    holds: (_account, { raised }) => someLine(raised, /autopay|paperless/i),
  },
];

/** Least share of a changed line's own words for a text to be about it. */
const ABOUT_LINE = 0.5;

/**
 * How texts fit what happened on this account's bill. Only where there are two bills to compare: of a new customer or a stranger
 * nothing is known, and nothing is held against a text.
 */
export const accountFit = (account: Account): AccountFit => {
  const changes = billChanges(account);
  if (!changes) return () => 0;
  const lines = changes.raised
    .map((label) => [...new Set(termsOf(label))])
    .filter(({ length }) => length > 0);
  return (text) => {
    const occasion = PRESUPPOSED.find(({ said }) => said.test(text));
    if (occasion) return occasion.holds(account, changes) ? 1 : -1;
    const own = new Set(termsOf(text));
    return lines.some((line) => line.filter((term) => own.has(term)).length >= ABOUT_LINE * line.length)
      ? 1
      : 0;
  };
};
