import { firstWords } from '@/lib/core/text';
import type { Utterance } from '@/lib/domain/conversation';
import { compressed } from './compress';
import { inThirdPerson } from './pronouns';
import { embeddedQuestion } from './questions';

/** Who speaks, and who is spoken to. */
const PARTIES: Readonly<Record<Utterance['role'], { who: string; other: string }>> = {
  customer: { who: 'The customer', other: 'us' },
  rep: { who: 'The rep', other: 'them' },
};

/** What support people ask one another to do. */
const DOING =
  'advise|call|cancel|change|check|click|confirm|contact|describe|dm|email|explain|feel free to|fill|fix|follow|forward|give|go|have a look|help|keep|leave|let|look|make sure|message|move|open|plug|provide|reach out|refer|refund|remove|reply|resend|reset|restart|return|send|share|show|sign|speak|start|submit|switch|take|tell|text|try|turn|uninstall|unplug|update|use|visit|wait|write';
const IMPERATIVE = new RegExp(`^(?:${DOING})\\b(?! (?:is|are|was|has|can|will)\\b)`, 'iu');
const REQUEST =
  /^(?:could|can|would|will) (?:you|u)(?: (?:please|pls|kindly|also|just|possibly|guys|folks|all))* (?!like\b|be\b|have\b|not\b|mind\b|do\b)/iu;
const PLEASE =
  /^(?:please|pls|kindly|do(?= let| keep| try| send))\s+(?:also |just )?(?!note\b|be\b|do\b|don['’]t\b|accept\b)/iu;

/** Words that begin a clause with its own subject, and lose their capital inside a sentence. */
const SUBJECTS =
  "i i'm i've i'd i'll im ive my mine we we're we've we'll our the this that these those it it's its there there's they they're their he she his her you your you're you've you'll if when since after before as because although though while once until unless a an some someone somebody no nobody nothing none all any every each everything one both most many what how";
/** Words that may begin what has no subject of its own; they lose their capital too. */
const OTHERS =
  'about again already always and another at been but by can did do does every for from had has have having in into is just last let more never not now of off on only or out over since so still such then to today tonight trying until up where which who why with without would yesterday unfortunately';
const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const HAS_SUBJECT = wordsOf(SUBJECTS);
const SMALL = wordsOf(`${SUBJECTS} ${OTHERS}`);
/** What people did, told without saying who: "bought a box last week". */
const DID =
  /^(?:been|bought|called|cancell?ed|changed|checked|contacted|did|emailed|found|got|had|have|haven['’]t|just got|lost|moved|need|ordered|paid|phoned|placed|purchased|received|rebooted|reset|restarted|returned|sent|signed|spent|spoke|still have|still waiting|tried|trying|unable|upgraded|waited|waiting|want|wanted|was|went|can['’]?t|cannot|couldn['’]?t|never got|never received|looking|having|getting)\b/iu;
/** Forms that need "are" in front when the subject comes back. */
const PROGRESSIVE = /^(?:still )?(?:waiting|trying|unable|looking|having|getting)\b/iu;

/** A verb with a subject before it makes a clause; a question or a command in front does not. */
const FINITE =
  /^(?!(?:is|are|was|were|has|have|had|can|could|will|would|do|does|did|why|how|what|when|where|who|please|any|to|thank|like)\b)(?:\S{1,40} ){1,7}(?:is|are|was|were|has|have|had|can|cannot|will|would|could|should|does|did|keeps?|keep|stopped|says?|said|needs?|wants?|went|came|got|gets?|makes?|made|works?|worked|seems?|(?:is|are|was|has|have|ca|wo|does|did|do|could|would)n['’]?t)\b/iu;

const firstWordOf = (clause: string): string =>
  (clause.split(/[\s,]/u, 1)[0] ?? '').toLowerCase().replace('’', "'");

const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const lowered = (clause: string): string =>
  SMALL.has(firstWordOf(clause)) || DID.test(clause) ? lowerFirst(clause) : clause;

const stated = (clause: string, who: string, speaker: Utterance['role']): string => {
  // What is shouted is left as it stands.
  if (clause === clause.toUpperCase()) return `${who} said: ${clause}`;
  const told = inThirdPerson(lowered(clause), speaker);
  if (HAS_SUBJECT.has(firstWordOf(clause)) || (FINITE.test(clause) && !DID.test(clause)))
    return `${who} said that ${told}`;
  if (!DID.test(clause)) return `${who} said: ${inThirdPerson(clause, speaker)}`;
  const subject = speaker === 'customer' ? 'they' : 'we';
  const verb = PROGRESSIVE.test(clause) ? ' are' : '';
  return `${who} said that ${subject}${verb} ${told.replace(/^was\b/u, 'were')}`;
};

/**
 * One English sentence of the conversation as a colleague would report it, without an end mark: "The customer asked why their app does not
 * open", "The rep asked them to restart it". Pronouns, the word order of questions and courtesies change, and a dropped subject comes
 * back; nothing else, and at most `words` words of the sentence are kept.
 */
export const reported = (sentence: string, speaker: Utterance['role'], words: number): string => {
  const { who, other } = PARTIES[speaker];
  const clause = firstWords(compressed(sentence), words);
  const asksTo = (what: string): string =>
    `${who} asked ${other} to ${inThirdPerson(lowerFirst(what), speaker)}`;
  if (REQUEST.test(clause)) return asksTo(clause.replace(REQUEST, ''));
  if (PLEASE.test(clause)) return asksTo(clause.replace(PLEASE, ''));
  if (speaker === 'rep' && IMPERATIVE.test(clause)) return asksTo(clause);
  const question = embeddedQuestion(clause);
  if (question !== null) return `${who} asked ${inThirdPerson(question, speaker)}`;
  return sentence.trimEnd().endsWith('?')
    ? `${who} asked: ${inThirdPerson(clause, speaker)}`
    : stated(clause, who, speaker);
};
