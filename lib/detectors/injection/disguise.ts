/** Another reading of a text, and where in the original it stands. */
export interface Reading {
  text: string;
  start: number;
  end: number;
  why: string;
  /** It is the whole text written otherwise, not a piece decoded. */
  whole: boolean;
}

const LONGEST_TEXT = 20_000;
const MAX_DECODED = 20;

const printable = (text: string): boolean => {
  if (text.length < 6) return false;
  const good = text.match(/[\p{L}\p{N}\p{P}\p{Zs}\n]/gu)?.length ?? 0;
  return good / [...text].length > 0.95 && /\p{L}{3}/u.test(text);
};

const decoded = (text: string, pattern: RegExp, why: string, decode: (match: string) => string): Reading[] =>
  [...text.matchAll(pattern)].slice(0, MAX_DECODED).flatMap((match) => {
    const plain = decode(match[0]);
    return printable(plain)
      ? [{ text: plain, start: match.index, end: match.index + match[0].length, why, whole: false }]
      : [];
  });

const fromHex = (hex: string): string => Buffer.from(hex.replace(/[^0-9a-f]/gi, ''), 'hex').toString('utf8');
const fromCodes = (text: string, code: RegExp, base: number): string =>
  [...text.matchAll(code)]
    .map((match) => String.fromCodePoint(Math.min(Number.parseInt(match[1] ?? '0', base), 0x10ffff)))
    .join('');

/** The International Morse code of ITU-R M.1677-1: letters and digits. */
const MORSE = new Map(
  '.- a -... b -.-. c -.. d . e ..-. f --. g .... h .. i .--- j -.- k .-.. l -- m -. n --- o .--. p --.- q .-. r ... s - t ..- u ...- v .-- w -..- x -.-- y --.. z ----- 0 .---- 1 ..--- 2 ...-- 3 ....- 4 ..... 5 -.... 6 --... 7 ---.. 8 ----. 9 .-.-.- . --..-- ,'
    .split(' ')
    .flatMap((code, i, all) => (i % 2 === 0 ? [[code, all[i + 1] ?? ''] as const] : [])),
);
const fromMorse = (signs: string): string =>
  signs
    .split(/\s{2,}|\s?\/\s?/)
    .map((word) =>
      word
        .split(' ')
        .map((code) => MORSE.get(code) ?? '')
        .join(''),
    )
    .join(' ');

const DECODERS: ((text: string) => Reading[])[] = [
  (text) =>
    decoded(text, /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,8000}={0,2}/g, 'base64', (match) =>
      Buffer.from(match, 'base64').toString('utf8'),
    ),
  (text) =>
    decoded(text, /(?<![0-9a-z])(?:0x)?[0-9a-f]{20,8000}(?![0-9a-z])/gi, 'hexadecimal', (match) =>
      fromHex(match.replace(/^0x/i, '')),
    ),
  (text) =>
    decoded(
      text,
      /(?<![0-9a-z])[0-9a-f]{2}(?:[ :][0-9a-f]{2}){9,2000}(?![0-9a-z])/gi,
      'hexadecimal',
      fromHex,
    ),
  (text) =>
    decoded(text, /(?:\\u[0-9a-f]{4}|\\x[0-9a-f]{2}){6,2000}/gi, 'escape sequences', (match) =>
      fromCodes(match, /\\[ux]([0-9a-f]{2,4})/gi, 16),
    ),
  (text) =>
    decoded(text, /(?:&#x?[0-9a-f]{2,6};){6,2000}/gi, 'character references', (match) =>
      /&#x/i.test(match) ? fromCodes(match, /&#x([0-9a-f]+);/gi, 16) : fromCodes(match, /&#(\d+);/g, 10),
    ),
  (text) =>
    decoded(text, /(?:[\w ]{0,40}%[0-9a-f]{2}){3,500}[\w ]{0,40}/gi, 'percent encoding', (match) =>
      match.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    ),
  (text) => decoded(text, /(?<![.\w-])[.-]{1,6}(?:[ /]{1,3}[.-]{1,6}){7,3000}/g, 'Morse code', fromMorse),
  (text) =>
    decoded(text, /(?<![01])[01]{8}(?: ?[01]{8}){5,2000}(?![01])/g, 'binary', (match) =>
      fromCodes(match.replace(/ /g, ''), /([01]{8})/g, 2),
    ),
];

const LEET: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
};
const LOOKALIKE: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ո: 'n',
  ɡ: 'g',
  ӏ: 'l',
  к: 'k',
  т: 't',
  м: 'm',
  в: 'b',
  н: 'h',
  α: 'a',
  ε: 'e',
  ο: 'o',
  ρ: 'p',
  ι: 'i',
  ν: 'v',
  υ: 'u',
  τ: 't',
  κ: 'k',
  А: 'A',
  Е: 'E',
  О: 'O',
  Р: 'P',
  С: 'C',
  І: 'I',
  Т: 'T',
  Ν: 'N',
};
const map = (word: string, table: Record<string, string>): string =>
  [...word].map((mark) => table[mark] ?? mark).join('');

const unleet = (text: string): string =>
  text.replace(/[\p{L}\d@$!|]{3,40}/gu, (word) =>
    /\p{L}/u.test(word) && /[0134578@$!|]/.test(word) ? map(word, LEET) : word,
  );
/** Only words that mix alphabets: one alphabet is somebody's language. */
const unmix = (text: string): string =>
  text.replace(/[\p{L}]{3,40}/gu, (word) =>
    /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(word)
      ? map(word, LOOKALIKE)
      : word,
  );
const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
/** `i g n o r e   a l l`: wider gaps part the words. */
const unspace = (text: string): string =>
  text.replace(/(?<![\p{L}\d])\p{L}(?:[ .\-_*]{1,4}\p{L}(?![\p{L}\d])){7,2000}/gu, (run) =>
    run.replace(/(\p{L})[ .\-_*](?=\p{L})/gu, '$1').replace(/[ .\-_*]{2,4}/g, ' '),
  );
const TAGGED = /(?<!\u{1f3f4})[\u{e0020}-\u{e007e}]{4,4000}/gu;

const WHOLE: [string, (text: string) => string][] = [
  ['digits for letters', unleet],
  ['look-alike letters', unmix],
  ['rotated letters', rot13],
  ['spaced letters', unspace],
  ['reversed text', (text) => [...text].reverse().join('')],
];

/** Every other reading of a text that its writer may have meant a machine to make: encodings, disguised letters, invisible characters. */
export const otherReadings = (full: string): Reading[] => {
  const text = full.slice(0, LONGEST_TEXT);
  const tags = decoded(text, TAGGED, 'invisible characters', (match) =>
    [...match].map((mark) => String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xe0000)).join(''),
  );
  const rewritten = WHOLE.flatMap(([why, rewrite]) => {
    const reading = rewrite(text);
    return reading === text ? [] : [{ text: reading, start: 0, end: text.length, why, whole: true }];
  });
  return [...tags, ...DECODERS.flatMap((decode) => decode(text)), ...rewritten];
};
