import { type IntentPolicy, intentPolicySchema } from './intent-policy';
import type { PolicySource } from './policy-source';
import type { Queue } from './queues-policy';

const FOLDER = 'triage/intents';
const spoken = (text: string): string => text.trim().toLowerCase().replace(/\s+/gu, ' ');

/** Every intent of the taxonomy, by id; an example said twice, anywhere, would teach the classifier two answers to one question. */
export const loadIntents = (source: PolicySource, queues: readonly Queue[] | undefined): IntentPolicy[] => {
  const files = source.under(FOLDER, '.yaml');
  if (files.length === 0) source.add(FOLDER, 1, 'holds no intent');
  const first = new Map<string, string>();
  const intents = files.flatMap((file) => {
    const parsed = source.parse(file, intentPolicySchema);
    if (parsed === undefined) return [];
    const { id, queue, examples } = parsed.value;
    const named = file.slice(FOLDER.length + 1, -'.yaml'.length).replace('/', '.');
    if (id !== named)
      source.fault(parsed, ['id'], `the id "${id}" and the file name disagree: it would be "${named}"`);
    if (queues !== undefined && !queues.some((known) => known.id === queue))
      source.fault(parsed, ['queue'], `"${queue}" is not a queue`);
    examples.forEach((example, i) => {
      const line = parsed.lineOf(['examples', i]);
      const before = first.get(spoken(example));
      if (before !== undefined) source.add(file, line, `the example "${example}" is also at ${before}`);
      else first.set(spoken(example), `${file}:${line}`);
    });
    return [parsed.value];
  });
  return intents.sort((a, b) => (a.id < b.id ? -1 : 1));
};
