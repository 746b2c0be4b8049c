const UNITS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  un: 1,
  uno: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  once: 11,
  doce: 12,
  quince: 15,
  veinte: 20,
  veinticuatro: 24,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  cien: 100,
};
const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = { hundred: 100, thousand: 1000 };

const WORD = [...Object.keys(UNITS), ...Object.keys(TENS), ...Object.keys(SCALES)]
  .sort((a, b) => b.length - a.length)
  .join('|');

/** A number in digits, with separators of thousands and decimals, or in up to five words of English or common Spanish ones. */
export const DIGITS = String.raw`\d[\d.,]{0,14}(?<![.,])`;
export const NUMBER = String.raw`(?:${DIGITS}|(?:${WORD})(?:[ -](?:and )?(?:${WORD})\b){0,4})`;

const ofDigits = (text: string): number | null => {
  const mark = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
  if (mark === -1) return Number(text);
  const decimals = text.length - mark - 1;
  const groups = text.replace(/\d/g, '').length;
  // One mark before exactly three digits is a separator of thousands; two kinds of mark: the last one is decimal.
  const whole = text.slice(0, mark).replace(/[.,]/g, '');
  if (decimals === 3 && (groups === 1 || text[mark] === text[text.search(/[.,]/)]))
    return Number(text.replace(/[.,]/g, ''));
  return decimals <= 2 || groups === 1 ? Number(`${whole}.${text.slice(mark + 1)}`) : null;
};

const ofWords = (text: string): number | null => {
  let total = 0;
  let part = 0;
  for (const word of text.toLowerCase().split(/[ -]/)) {
    if (word === 'and') continue;
    const scale = SCALES[word];
    const value = UNITS[word] ?? TENS[word];
    if (scale === 1000) {
      total += (part || 1) * 1000;
      part = 0;
    } else if (scale !== undefined) part = (part || 1) * scale;
    else if (value !== undefined) part += value;
    else return null;
  }
  return total + part;
};

/** The value of a number as NUMBER matches it; null when it is written in no way we know. */
export const numberOf = (text: string): number | null => {
  const value = /^\d/.test(text) ? ofDigits(text) : ofWords(text);
  return value === null || Number.isNaN(value) ? null : value;
};
