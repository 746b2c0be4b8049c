import type { Category, RequiredField } from '@/lib/domain/intent';

/** Everything the local engine says in its own words, for one language. No figure is ever among them. */
export interface Wording {
  /** Said first to an upset customer, by what the contact is about. */
  empathy: Record<Category, string>;
  /** Said when a reply needs an opening and nobody is upset. */
  opening: Record<Category, string>;
  outage: string;
  knownIssue: string;
  cause: (cause: string) => string;
  restore: (when: string) => string;
  workaround: (what: string) => string;
  /** Before a question that was asked of an upset customer. */
  beforeQuestion: string;
  question: Record<RequiredField, string>;
  handOver: (team: string) => string;
  /** The same to someone in danger: getting safe and calling for help come before us. */
  handOverInDanger: (team: string) => string;
  team: Readonly<Record<string, string>>;
  otherTeam: string;
  /** Account facts as a sentence, by fact key. */
  fact: Readonly<Record<string, (value: string) => string>>;
}
