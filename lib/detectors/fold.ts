const ZEROS = [
  0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810, 0xff10,
];
const SAME: Record<string, string> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2212': '-',
  '\uff0d': '-',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u3000': ' ',
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '\uff07': "'",
  '\uff20': '@',
  '\uff03': '#',
  '\uff0e': '.',
  '\uff0c': ',',
  '\uff1a': ':',
  '\uff04': '$',
};

const foldUnit = (unit: string): string => {
  const same = SAME[unit];
  if (same !== undefined) return same;
  const code = unit.charCodeAt(0);
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? unit : String(code - zero);
};

/**
 * Digits of every script as ASCII, and typographic dashes, spaces and apostrophes as plain ones.
 * Unit for unit, so that an offset in the result is the same offset in the original.
 */
export const foldMarks = (text: string): string => text.replace(/[^\x20-\x7e\n\u00a1-\u024f]/g, foldUnit);
