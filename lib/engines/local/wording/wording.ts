import type { Category, IntentId, RequiredField } from '@/lib/domain/intent';
import type { PlaybookStep } from '@/lib/domain/resolution';

/** Everything the local engine says in its own words, for one language. No figure is ever among them. */
export interface Wording {
  /** Said first to an upset customer, by what the contact is about. */
  empathy: Record<Category, string>;
  /** Said when a reply needs an opening and nobody is upset. */
  opening: Record<Category, string>;
  /** Said to a customer who is still upset after that: never the same apology twice. */
  stillHere: readonly string[];
  /** The shortest acknowledgement, where every word counts. */
  understood: string;
  /** To a greeting with no matter in it. */
  greeting: string;
  /** When it is not clear what the customer needs. */
  clarify: string;
  /** When the customer thanks, or says that it works, and nothing is open. */
  closing: Record<'thanked' | 'solved', string>;
  outage: string;
  knownIssue: string;
  cause: (cause: string) => string;
  restore: (when: string) => string;
  workaround: (what: string) => string;
  /** Before a question that was asked of an upset customer. */
  beforeQuestion: string;
  question: Record<RequiredField, string>;
  handOver: (team: string) => string;
  /** While they wait for who was announced. */
  handOverUnderWay: (team: string) => string;
  /** The same to someone in danger: getting safe and calling for help come before us. */
  handOverInDanger: (team: string) => string;
  /** To someone who was told to get out and may not be out yet. */
  stillInDanger: string;
  /** To someone who got out. */
  outOfDanger: (team: string) => string;
  team: Readonly<Record<string, string>>;
  otherTeam: string;
  /** A step that needs a tool, offered before it is taken: no result and no amount is promised. */
  offer: Readonly<Record<NonNullable<PlaybookStep['tool']>, string>>;
  /** A restart of gateway and optical terminal, in the right order. */
  restart: string;
  /** What the account itself answers, with slots; a sentence with a fact that is not known is left out. */
  account: Readonly<Partial<Record<IntentId, string>>>;
}
