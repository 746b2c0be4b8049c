import type { EntityType } from '@/lib/domain/triage';
import type { Candidate } from './candidate';
import { nounOf } from './id-nouns';

/** Ids whose first letters say what they name, here and in most companies' systems. */
const PREFIXES: [RegExp, EntityType][] = [
  [/^(?:ord|po|so)$/i, 'order_id'],
  [/^inv$/i, 'invoice_id'],
  [/^(?:vis|wo|appt)$/i, 'visit_id'],
  [/^(?:lk|acc|acct|ac)$/i, 'account_number'],
];
/** The short ones are also words, so they must touch their number. */
const PREFIXED =
  /(?<![\p{L}\d-])(?:(?<named>ord|inv|vis|lk|acct)[-_ ]?|(?<short>po|so|wo|appt|acc|ac)[-_]?)#?(?<rest>\d{4,14}|(?<=-)\d{4}-\d{4,10})(?![\p{L}\d]|-\d)/giu;

/** A word and what may stand between it and its id: `order with the number: #123`. */
const INTRODUCED =
  /(?<![\p{L}\d])(?<noun>\p{L}{3,24})(?<gap>(?:[ :.,='-]{1,3}(?:numbers?|no|num|nr|nbr|n[uú]mero|id|ids|ref|reference|is|was|with|the|my|code|confirmation|of|called|es|de|el|la|con|acaba en|here|it's)){0,5}[ :.='-]{0,3})(?<mark>[#№(]{0,2} ?)(?<value>[A-Z]{0,4}-?\d[A-Z\d]{1,19}(?:-[A-Z\d]{2,12}){0,3})(?![\p{L}\d])/giu;
const FOLLOWED =
  /(?<![\p{L}\d.,$-])#?(?<value>\d{5,15}) (?:is|was|es) (?:the|my|our|an?|el|mi) (?<noun>\p{L}{4,14})(?: (?:number|no|id))?/giu;
const LISTED =
  /^(?:, ?|,? ?(?:and|or|&|y|o) ?)(?:#|number )?(?<value>[A-Z]{0,4}-?\d{4,15})(?![\p{L}\d]|[.,]\d)/iu;
const NUMBERED = /#|number|\bno\b|\bn[uú]mero|\bid\b|ref|confirmation/i;

/** Enough digits to be an id: four after `#` or `number`, five after the bare noun, where a year or a count may stand. */
const isId = (value: string, announced: boolean): boolean =>
  value.replace(/\D/g, '').length >= (announced ? 3 : 5);

const following = (text: string, first: Candidate): Candidate[] => {
  const found = [first];
  for (let at = first.end; found.length < 10; ) {
    const match = LISTED.exec(text.slice(at, at + 40));
    const value = match?.groups?.value;
    if (match === null || value === undefined) break;
    const end = at + match[0].length;
    found.push({ type: first.type, start: end - value.length, end });
    at = end;
  }
  return found;
};

const introduced = (text: string): Candidate[] =>
  [...text.matchAll(INTRODUCED)].flatMap((match) => {
    const { noun = '', gap = '', mark = '', value = '' } = match.groups ?? {};
    const announced = NUMBERED.test(`${gap}${mark}`);
    const type = nounOf(noun, announced);
    if (type === null || !isId(value, announced)) return [];
    const end = match.index + match[0].length;
    return following(text, {
      type,
      start: end - value.length - (mark.trim() === '#' ? mark.length : 0),
      end,
    });
  });

/** Ids of orders, invoices, visits and accounts: by their first letters, or by the word before or after them. */
export const findIds = (text: string): Candidate[] => [
  ...[...text.matchAll(PREFIXED)].flatMap((match) => {
    const known = PREFIXES.find(([pattern]) =>
      pattern.test(match.groups?.named ?? match.groups?.short ?? ''),
    );
    return known === undefined
      ? []
      : following(text, { type: known[1], start: match.index, end: match.index + match[0].length });
  }),
  ...introduced(text),
  ...[...text.matchAll(FOLLOWED)].flatMap((match): Candidate[] => {
    const type = nounOf(match.groups?.noun ?? '', true);
    return type === null ? [] : [{ type, start: match.index, end: match.index + match[0].indexOf(' ') }];
  }),
];
