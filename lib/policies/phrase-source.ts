import { foldWord, textWords } from './phrase-words';

/** What one word of a text is held against. */
export type WordTest =
  | { is: 'word'; word: string }
  | { is: 'prefix'; prefix: string }
  | { is: 'number' }
  | { is: 'any' };

/** A phrase as a tree; `gap` stands for up to three words of any kind, `stretch` for any number of them. */
export type PhraseNode =
  | { is: 'test'; test: WordTest }
  | { is: 'gap' }
  | { is: 'stretch' }
  | { is: 'sequence'; parts: PhraseNode[] }
  | { is: 'either'; choices: PhraseNode[] }
  | { is: 'maybe'; part: PhraseNode };

const LIMITS = { characters: 400, depth: 4, prefix: 2 };

/** Lists of words that phrases name: `<person>`. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** A phrase that is not well formed; the message says what to change. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
}

const SPECIAL = new Set(['(', ')', '|', '?', '*', '…', '#', '<', '>']);
const MEANINGLESS = /[[\]{}\\^+=~]/u;

type Token = { is: 'special'; char: string; glued: boolean } | { is: 'text'; text: string; glued: boolean };

const tokensOf = (source: string): Token[] => {
  const tokens: Token[] = [];
  let glued = false;
  for (const char of source) {
    if (/\s/u.test(char)) {
      glued = false;
      continue;
    }
    if (MEANINGLESS.test(char)) throw new PhraseError(`"${char}" means nothing in a phrase`);
    const last = tokens.at(-1);
    if (SPECIAL.has(char)) tokens.push({ is: 'special', char, glued });
    else if (last?.is === 'text' && glued) last.text += char;
    else tokens.push({ is: 'text', text: char, glued });
    glued = true;
  }
  return tokens;
};

const sequence = (parts: PhraseNode[]): PhraseNode =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: 'sequence', parts };

const wordNode = (text: string, prefix: boolean): PhraseNode => {
  const words = textWords(text).map(({ word }) => word);
  const last = words.at(-1);
  if (last === undefined) throw new PhraseError(`"${text}" holds no word`);
  if (prefix && foldWord(last).length < LIMITS.prefix)
    throw new PhraseError(`"${text}*" is too short a beginning`);
  return sequence(
    words.map(
      (word, i): PhraseNode => ({
        is: 'test',
        test: prefix && i === words.length - 1 ? { is: 'prefix', prefix: word } : { is: 'word', word },
      }),
    ),
  );
};

/** Recursive descent over the tokens of one phrase. */
class Parser {
  private at = 0;
  constructor(
    private readonly tokens: Token[],
    private readonly lists: WordLists,
  ) {}

  private takes(char: string, glued = false): boolean {
    const token = this.tokens[this.at];
    if (token?.is !== 'special' || token.char !== char || (glued && !token.glued)) return false;
    this.at += 1;
    return true;
  }

  parse(): PhraseNode {
    const node = this.sequence(0);
    const left = this.tokens[this.at];
    if (left !== undefined)
      throw new PhraseError(left.is === 'special' ? `a stray "${left.char}"` : `a stray "${left.text}"`);
    return node;
  }

  /** Inside a group `|` parts sequences; outside it parts single words. */
  private sequence(depth: number): PhraseNode {
    const parts: PhraseNode[] = [];
    for (let token = this.tokens[this.at]; token !== undefined; token = this.tokens[this.at]) {
      if (token.is === 'special' && (token.char === ')' || (token.char === '|' && depth > 0))) break;
      parts.push(this.element(depth));
    }
    if (parts.length === 0) throw new PhraseError('an empty phrase, group or alternative');
    return sequence(parts);
  }

  private element(depth: number): PhraseNode {
    const choices = [this.atom(depth)];
    while (depth === 0 && this.takes('|')) choices.push(this.atom(depth));
    const [only] = choices;
    const node: PhraseNode = choices.length === 1 && only !== undefined ? only : { is: 'either', choices };
    if (!this.takes('?', true)) return node;
    if (node.is === 'gap' || node.is === 'stretch')
      throw new PhraseError('"*" already stands for no word at all');
    return { is: 'maybe', part: node };
  }

  private atom(depth: number): PhraseNode {
    const token = this.tokens[this.at];
    if (token === undefined) throw new PhraseError('it ends where a word was expected');
    this.at += 1;
    if (token.is === 'text') return wordNode(token.text, this.takes('*', true) || this.takes('…', true));
    if (token.char === '#') return { is: 'test', test: { is: 'number' } };
    if (token.char === '*' && !token.glued) return { is: this.takes('*', true) ? 'stretch' : 'gap' };
    if (token.char === '(') return this.group(depth + 1);
    if (token.char === '<') return this.list();
    throw new PhraseError(`a stray "${token.char}"`);
  }

  /** A list is written out with no lists of its own, so lists cannot name each other in a circle. */
  private list(): PhraseNode {
    const name = this.tokens[this.at];
    this.at += 1;
    if (name?.is !== 'text' || !this.takes('>'))
      throw new PhraseError('a "<" wants the name of a list and ">"');
    const words = Object.hasOwn(this.lists, name.text) ? this.lists[name.text] : undefined;
    if (words === undefined) throw new PhraseError(`there is no list "${name.text}"`);
    return { is: 'either', choices: words.map((word) => parsePhrase(word)) };
  }

  private group(depth: number): PhraseNode {
    if (depth > LIMITS.depth) throw new PhraseError('groups are nested too deeply');
    const choices = [this.sequence(depth)];
    while (this.takes('|')) choices.push(this.sequence(depth));
    if (!this.takes(')')) throw new PhraseError('a "(" that is never closed');
    const [only] = choices;
    return choices.length === 1 && only !== undefined ? only : { is: 'either', choices };
  }
}

/** Parse one phrase; throws PhraseError. The language is described in docs/authoring.md, "Phrases". */
export const parsePhrase = (source: string, lists: WordLists = {}): PhraseNode => {
  if (source.length > LIMITS.characters) throw new PhraseError(`longer than ${LIMITS.characters} characters`);
  return new Parser(tokensOf(source), lists).parse();
};
