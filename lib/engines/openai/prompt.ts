import { AppError } from '@/lib/core/errors';

/** What fills a prompt: `rules` are ours and go above the file's `---` line, `data` came from outside and goes below it. */
export interface Slots {
  rules: Readonly<Record<string, string>>;
  data: Readonly<Record<string, string>>;
}

export interface SlotNames {
  rules: readonly string[];
  data: readonly string[];
}

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

const SLOT = /\{\{([a-z_]{1,40})\}\}/g;
const DIVIDER = '\n---\n';

const halves = (template: string): { rules: string; data: string } | null => {
  const text = template.replaceAll('\r\n', '\n');
  const at = text.indexOf(DIVIDER);
  return at === -1 ? null : { rules: text.slice(0, at).trim(), data: text.slice(at + DIVIDER.length).trim() };
};

const slotsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(SLOT)].map((match) => match[1] ?? ''));

/** What is wrong with a prompt file: no `---` line, a slot that is missing, unknown, or on the wrong side. Empty when it can be used. */
export const promptProblems = (template: string, names: SlotNames): string[] => {
  const parts = halves(template);
  if (parts === null) return ['needs a line `---` between the rules and the data'];
  return (['rules', 'data'] as const).flatMap((side) => {
    const found = slotsIn(parts[side]);
    const missing = names[side]
      .filter((name) => !found.has(name))
      .map((name) => `slot {{${name}}} is missing among the ${side}`);
    const unknown = [...found]
      .filter((name) => !names[side].includes(name))
      .map((name) => `slot {{${name}}} is not one of the ${side}`);
    return [...missing, ...unknown];
  });
};

// One pass over the template: a slot's text is never searched for slots.
const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(SLOT, (_slot, name: string) => values[name] ?? '');

/** The two messages of a call. Throws `invalid` when file and slots do not fit each other. */
export const renderPrompt = (template: string, slots: Slots): Message[] => {
  const problems = promptProblems(template, {
    rules: Object.keys(slots.rules),
    data: Object.keys(slots.data),
  });
  const parts = halves(template);
  if (parts === null || problems.length > 0) throw new AppError('invalid', `prompt: ${problems.join('; ')}`);
  return [
    { role: 'system', content: fill(parts.rules, slots.rules) },
    { role: 'user', content: fill(parts.data, slots.data) },
  ];
};
