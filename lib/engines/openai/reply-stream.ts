/** A JSON string that is being read, or text around it. */
type State = 'before' | 'thought' | 'json' | 'string' | 'escape' | 'unicode';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const THINK = '<think';
const CLOSE = /<\/think(?:ing)?>/;

/**
 * Reads a JSON answer that arrives in pieces and hands out the text of one top-level string property as it grows, escapes decoded.
 * A reasoning block before the answer is skipped, so its words can't pose as the reply.
 */
export const createFieldReader = (field: string): { push(delta: string): string } => {
  let state: State = 'before';
  let lead = '';
  let depth = 0;
  /** The string being read at depth 1, and whether it is a property's name. */
  let expectsKey = true;
  let current = '';
  let key = '';
  let hex = '';
  /** First half of a surrogate pair whose second half may be in the next piece. */
  let half = '';
  let out = '';

  const wanted = (): boolean => depth === 1 && !expectsKey && key === field;

  const take = (char: string): void => {
    if (depth === 1 && expectsKey) {
      current += char;
      return;
    }
    if (!wanted()) return;
    const code = char.charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdbff) half = char;
    else {
      out += (half + char).toWellFormed();
      half = '';
    }
  };

  const structure = (char: string): void => {
    if (char === '"') {
      state = 'string';
      current = '';
    } else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    else if (char === ':' && depth === 1) expectsKey = false;
    else if (char === ',' && depth === 1) expectsKey = true;
  };

  const begin = (char: string): void => {
    if (lead.length < THINK.length && char.trim() !== '') lead += char;
    if (lead === THINK) state = 'thought';
    else if (char === '{') {
      state = 'json';
      depth = 1;
    }
  };

  const think = (char: string): void => {
    // The closing tag is at most twelve characters long; the rest of the thought need not be kept.
    lead = (lead + char).slice(-12);
    if (char === '>' && CLOSE.test(lead)) {
      state = 'before';
      lead = '';
    }
  };

  const inString = (char: string): void => {
    if (char === '\\') state = 'escape';
    else if (char === '"') {
      if (depth === 1 && expectsKey) key = current;
      state = 'json';
    } else take(char);
  };

  const inEscape = (char: string): void => {
    if (char === 'u') {
      state = 'unicode';
      hex = '';
      return;
    }
    state = 'string';
    take(ESCAPES[char] ?? char);
  };

  const inUnicode = (char: string): void => {
    hex += char;
    if (hex.length < 4) return;
    state = 'string';
    take(String.fromCharCode(Number.parseInt(hex, 16)));
  };

  const steps: Record<State, (char: string) => void> = {
    before: begin,
    thought: think,
    json: structure,
    string: inString,
    escape: inEscape,
    unicode: inUnicode,
  };

  return {
    push: (delta) => {
      out = '';
      // By UTF-16 unit, so that pairs are joined in one place only.
      for (let i = 0; i < delta.length; i++) steps[state](delta.charAt(i));
      return out;
    },
  };
};
