import type { ResolutionRequest } from '@/lib/assist/ports';
import type { Category } from '@/lib/domain/intent';
import { es } from '../wording/es';

/** Which facts of the account help with which kind of question. */
const HELPFUL: Readonly<Record<Category, readonly string[]>> = {
  billing: ['invoice.number', 'invoice.total', 'invoice.due_date'],
  technical: ['visit.date', 'visit.window'],
  account: ['service.plan', 'service.price'],
  shipping: ['order.number', 'order.expected_date'],
  returns: ['order.number'],
  general: [],
};

/** Sentences in Spanish that the account itself answers with; articles are written in English and are not machine-translated. */
export const spanishFacts = ({ triage, facts }: Pick<ResolutionRequest, 'triage' | 'facts'>): string[] =>
  HELPFUL[triage.intent.category].flatMap((key) => {
    const value = facts.find((fact) => fact.key === key)?.value;
    const say = es.fact[key];
    return value === undefined || say === undefined ? [] : [say(value)];
  });
