import type { Finding } from '@/lib/domain/guard';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { findingAt, type GuardInput } from './guard-input';

/** Words that show a reply has seen how the customer feels, by language. */
const ACKNOWLEDGES: Record<string, RegExp> = {
  en: /\b(?:sorry|apolog\w+|i(?: can|'d)? (?:completely |fully |totally |really )?understand|understandabl[ey]|frustrat\w+|i (?:really )?appreciate|i hear you|i can (?:see|imagine|hear) (?:why|how|that|this)|you(?:'re| are) right|inconvenien\w+|(?:must|would) be (?:\w+ )?(?:stressful|upsetting|annoying|worrying|exhausting)|thank you for (?:your patience|telling|letting|bearing|raising|sticking)|that's not (?:ok|okay|good enough|what)|not the experience)\b/gi,
  es: /(?<!\p{L})(?:lo siento|siento (?:mucho|que)|lament[oa]\w*|disculp\w+|perd[oó]n|entiendo|comprendo|frustra\p{L}+|molesti?\p{L}+|tiene(?:s)? raz[oó]n|gracias por (?:su|tu|la) paciencia)/giu,
  fr: /(?<!\p{L})(?:désolée?|excus\p{L}+|je comprends|frustr\p{L}+|navrée?|vous avez raison|merci de votre patience)/giu,
  de: /(?<!\p{L})(?:tut mir leid|entschuldig\p{L}+|verstehe|ärgerlich|frustrier\p{L}+|sie haben recht|danke für ihre geduld)/giu,
  pt: /(?<!\p{L})(?:sinto muito|lamento|desculp\p{L}+|entendo|compreendo|frustra\p{L}+|obrigad[oa] pela paciência)/giu,
  it: /(?<!\p{L})(?:mi dispiace|mi scuso|scus\p{L}+|capisco|comprendo|frustra\p{L}+|ha ragione|grazie per la pazienza)/giu,
};
/** Matches nowhere. */
const NOTHING = /(?!)/g;
const GREETING =
  /^\s*(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]|bonjour|hallo|guten tag|ol[aá]|ciao|buongiorno)(?![\p{L}])[^,.!\n]{0,40}[,.!]\s*/iu;

const openersFor = (openers: Record<string, string[]>, language: string): string[] =>
  openers[language] ?? openers[language.split('-')[0] ?? ''] ?? [];

/** A finding before the first sentence (after a greeting) when the customer is upset and the reply goes straight to business. An opener already said is not said again while another is left. `stays` tells whether a place survives repair. */
export const findMissingEmpathy = (
  policy: CompiledGuardrails,
  { text, sentimentScore, language, grounding }: GuardInput,
  stays: (start: number) => boolean,
): Finding[] => {
  const { when_sentiment_below: bar, openers } = policy.tone.empathy_first;
  if (sentimentScore >= bar || text.trim() === '') return [];
  const choices = openersFor(openers, language);
  const base = language.split('-')[0] ?? '';
  const acknowledged = [
    ...[...text.matchAll(ACKNOWLEDGES[base] ?? NOTHING)].map(({ index }) => index),
    ...choices.map((opener) => text.indexOf(opener)).filter((at) => at >= 0),
  ];
  if (acknowledged.some(stays)) return [];
  const said = grounding.utterances.join('\n');
  const opener = choices.find((choice) => !said.includes(choice)) ?? choices[0];
  const at = GREETING.exec(text)?.[0].length ?? 0;
  const gap = at > 0 && !/\s$/.test(text.slice(0, at)) ? ' ' : '';
  const message = 'The customer is upset and this does not acknowledge it first';
  return [
    findingAt(
      text,
      { start: at, end: at },
      {
        id: 'empathy-first',
        severity: opener === undefined ? 'warn' : 'repair',
        message,
        repair: opener === undefined ? null : `${gap}${opener} `,
      },
    ),
  ];
};
