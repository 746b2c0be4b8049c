import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';

export type YamlPath = readonly PropertyKey[];

/** A YAML file as a value, and the line (from 1) of any path in it. */
export interface YamlSource {
  value: unknown;
  lineOf(path: YamlPath): number;
}

export type YamlFault = { line: number; reason: string };

const YAML_LIMITS = { characters: 256 * 1024, depth: 12, indent: 60 };

const OPENS = new Set(['[', '{']);
const CLOSES = new Set([']', '}']);
const BLOCKS = new Set(['-', '?']);
const SCALAR = '\u001f';

/**
 * What must be refused before the parser sees it: it recurses, so deep nesting would end the process, and aliases multiply.
 * The lexer is flat, and puts a mark before plain text, so a `*` in a sentence is not taken for an alias.
 */
const screen = (text: string): YamlFault | undefined => {
  let line = 1;
  let flow = 0;
  let blocks = 0;
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    const isText = previous === SCALAR;
    if (!isText) {
      if (OPENS.has(token)) flow += 1;
      if (CLOSES.has(token)) flow -= 1;
      blocks = BLOCKS.has(token) ? blocks + 1 : /^[ \t]+$/.test(token) ? blocks : 0;
      const indent = previous.endsWith('\n') && token.startsWith(' ') ? token.length : 0;
      if (previous.endsWith('\n') && /^ *\t/.test(token))
        return { line, reason: 'a tab begins the line: YAML is indented by spaces' };
      if (flow > YAML_LIMITS.depth || blocks > YAML_LIMITS.depth || indent > YAML_LIMITS.indent)
        return { line, reason: 'nested too deeply' };
      if (token.startsWith('&') || token.startsWith('*'))
        return { line, reason: `anchors and aliases (${token}) are not used in policies` };
      if (token.startsWith('!')) return { line, reason: `tags (${token}) are not used in policies` };
    }
    for (const char of token) if (char === '\n') line += 1;
    previous = token;
  }
  return undefined;
};

const nodeLine = (document: Document.Parsed, lines: LineCounter, path: YamlPath): number => {
  let node: unknown = document.contents;
  let offset = 0;
  const at = (found: Node | null | undefined): void => {
    if (found?.range) offset = found.range[0];
  };
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      if (isScalar(pair.key)) at(pair.key);
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isMap(node) || isSeq(node) || isScalar(node)) at(node);
    } else break;
  }
  return lines.linePos(offset).line;
};

/** An object made with this key would lose it, and a strict schema would not see it. */
const prototypeKeys = (document: Document.Parsed, lines: LineCounter): YamlFault[] => {
  const faults: YamlFault[] = [];
  visit(document, {
    Pair(_key, { key }) {
      if (isScalar(key) && key.value === '__proto__')
        faults.push({
          line: lines.linePos(key.range?.[0] ?? 0).line,
          reason: 'the key __proto__ is not allowed',
        });
    },
  });
  return faults;
};

/** Read YAML 1.2 with positions: one document, string keys, no duplicates, anchors or tags. Faults are values. */
export const readYaml = (
  text: string,
): { ok: true; source: YamlSource } | { ok: false; faults: YamlFault[] } => {
  if (text.length > YAML_LIMITS.characters)
    return { ok: false, faults: [{ line: 1, reason: `longer than ${YAML_LIMITS.characters} characters` }] };
  const screened = screen(text);
  if (screened !== undefined) return { ok: false, faults: [screened] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    strict: true,
    stringKeys: true,
    uniqueKeys: true,
    version: '1.2',
    schema: 'core',
    merge: false,
  });
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    reason: message,
  }));
  faults.push(...prototypeKeys(document, lines));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    source: { value: document.toJS({ maxAliasCount: 0 }), lineOf: (path) => nodeLine(document, lines, path) },
  };
};
