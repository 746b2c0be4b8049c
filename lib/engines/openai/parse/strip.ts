const THINK = ['<think>', '<thinking>'] as const;

/** Without the reasoning some open models put before their answer. An unclosed thought has no answer behind it. */
export const withoutThoughts = (content: string): string => {
  let text = content.trimStart();
  for (let open = openingOf(text); open !== undefined; open = openingOf(text)) {
    const close = open.replace('<', '</');
    const end = text.indexOf(close);
    if (end === -1) return '';
    text = text.slice(end + close.length).trimStart();
  }
  return text;
};

const openingOf = (text: string): string | undefined => THINK.find((tag) => text.startsWith(tag));

const FENCE = '```';

/** What stands inside the first code fence when the text does not begin with JSON itself. */
export const withoutFence = (content: string): string => {
  const text = content.trim();
  if (text.startsWith('{')) return text;
  const open = text.indexOf(FENCE);
  if (open === -1) return text;
  const lineEnd = text.indexOf('\n', open);
  if (lineEnd === -1) return text;
  const close = text.lastIndexOf(FENCE);
  return text.slice(lineEnd + 1, close > lineEnd ? close : undefined).trim();
};
