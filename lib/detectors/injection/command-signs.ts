import { textWords } from '@/lib/policies/phrase-words';

/** What a command can be about that only a machine is asked: its output, its task, the one it serves, its rules, what it can see. */
export const SIGNS = [
  'says',
  'output',
  'process',
  'task',
  'served',
  'machine',
  'rules',
  'change',
  'limit',
  'data',
  'form',
  'carrier',
  'obligation',
] as const;
export type Sign = (typeof SIGNS)[number];

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that bear a sign wherever they stand. */
const ANYWHERE: readonly (readonly [Sign, ReadonlySet<string>])[] = [
  [
    'process',
    list(
      'summarising summarizing translating answering responding replying processing summarise summarize translate',
    ),
  ],
  ['machine', list('ai ais llm llms chatbot chatbots gpt assistants bots')],
  [
    'rules',
    list(
      'instructions instruction guidelines directives prompt prompts programming guardrails persona developer developers',
    ),
  ],
  [
    'change',
    list(
      'ignore disregard forget instead replace replaces incorrectly silently secretly refuse override pretend withhold omit falsely opposite suppress drop',
    ),
  ],
  ['limit', list('only whatever regardless unless nothing never without exactly single later')],
  ['data', list('secret conversation chat mailbox contacts tool function api database credentials')],
  [
    'form',
    list(
      'rhyme rhymes verse word words sentence sentences letters capitals uppercase lowercase emoji emojis poem song persona pirate french german spanish italian latin klingon japanese chinese russian dutch accent tone person times phrase lyrics',
    ),
  ],
];

/** Words that bear a sign after a word that makes them the machine's or the user's. */
const AFTER: readonly (readonly [Sign, ReadonlySet<string>, ReadonlySet<string>])[] = [
  [
    'output',
    list('your every each all any whole final later further whatever next'),
    list(
      'answer answers response responses reply replies summary summaries output outputs translation conclusion completion',
    ),
  ],
  ['output', list('the'), list('summary translation output')],
  [
    'task',
    list('the any every each all original previous next other further later new your current real'),
    list('question questions request requests query queries task tasks prompt goal'),
  ],
  ['task', list('were are been when is'), list('asked told instructed')],
  ['served', list('the your any every'), list('user users reader human')],
  ['served', list('one person whoever anyone'), list('asking reading you youre')],
  ['machine', list('the any every dear to language this'), list('assistant model models bot')],
  [
    'carrier',
    list('this these'),
    list('text page document file article paragraph section sheet note passage'),
  ],
  ['rules', list('your the these'), list('rules policy policies limits restrictions role')],
];

const SAYS = list(
  'say state answer reply respond output write print repeat tell claim mention describe speak recite quote reveal insert include append add rewrite end finish summarise summarize translate show list display recommend rank rate put make use',
);
const COMMANDS = list(
  'act adopt ask approve call close convince count delete direct do email encode execute forward give grant ignore disregard forget keep leave load look pretend refuse replace send set stop switch tell treat visit mark skip follow let never always instead',
);
const MODALS = list('must should shall');

/** The signs of one sentence, or none when it commands nothing. Words are folded ones; `link` says that an address of the internet stands in it. */
const signsOf = (words: readonly string[], link: boolean): ReadonlySet<Sign> => {
  const signs = new Set<Sign>(link ? ['data'] : []);
  words.forEach((word, i) => {
    const before = words[i - 1] ?? '';
    for (const [sign, bearers] of ANYWHERE) if (bearers.has(word)) signs.add(sign);
    for (const [sign, owners, bearers] of AFTER)
      if (bearers.has(word) && (owners.has(before) || owners.has(words[i - 2] ?? ''))) signs.add(sign);
    const ordered =
      i === 0 ||
      COMMANDS.has(before) ||
      before === 'and' ||
      before === 'not' ||
      before === 'you' ||
      MODALS.has(before);
    if (ordered && SAYS.has(word)) signs.add('says');
    if ((i === 0 && (COMMANDS.has(word) || SAYS.has(word))) || (MODALS.has(before) && i > 1))
      signs.add('obligation');
  });
  return signs;
};

/** A sentence and what it is about; offsets are UTF-16. */
export interface SignedSentence {
  start: number;
  end: number;
  signs: ReadonlySet<Sign>;
}

const LINK = /https?:\/\/|\b[\w.-]{1,60}@[\w-]{1,60}\.|\b[a-z0-9-]{2,30}\.example\b/i;

/** Marks that begin a statement in markup, tables, code and lists, where no full stop stands. */
const PARTS = /[:>|\]\n"“#(;]|^,$|\s[-–*]\s/;

/** The sentences of a text that are no questions, with their signs. Linear. */
export const signedSentences = (text: string): SignedSentence[] => {
  const sentences: { start: number; end: number; words: string[] }[] = [];
  let before = 0;
  for (const { word, start, end, afterBreak } of textWords(text)) {
    const last = sentences.at(-1);
    const parted = PARTS.test(text.slice(before, start));
    if (last === undefined || afterBreak || parted) sentences.push({ start, end, words: [word] });
    else {
      last.words.push(word);
      last.end = end;
    }
    before = end;
  }
  return sentences
    .filter(({ end }) => text[end] !== '?')
    .map(({ start, end, words }) => ({
      start,
      end,
      signs: signsOf(words, LINK.test(text.slice(start, end + 1))),
    }));
};
