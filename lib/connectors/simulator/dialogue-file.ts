import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { MESSAGE_LIMIT } from '@/lib/domain/conversation';

const dialogueSchema = z.object({
  id: z.union([z.string().min(1).max(120), z.number()]).transform(String),
  turns: z.array(z.tuple([z.enum(['customer', 'agent']), z.string().min(1).max(MESSAGE_LIMIT)])).min(1),
  references: z.unknown().optional(),
});

/** A recorded dialogue, line by line; `rep` is the agent's side. */
export interface Dialogue {
  id: string;
  turns: { role: 'customer' | 'rep'; text: string }[];
}

/**
 * Dialogues of JSON lines `{ id, turns: [[role, text] …], references? }`, role `customer` or `agent`, at most `limit`.
 * Throws `invalid` with the number of the first line that is not one.
 */
export const parseDialogues = (text: string, limit = Number.POSITIVE_INFINITY): Dialogue[] => {
  const dialogues: Dialogue[] = [];
  const firstSeen = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (dialogues.length >= limit) break;
    if (line.trim() === '') continue;
    const wrong = (reason: string): AppError => new AppError('invalid', `line ${index + 1}: ${reason}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new AppError('invalid', `line ${index + 1}: is not JSON`, { cause });
    }
    const parsed = dialogueSchema.safeParse(value);
    if (!parsed.success) {
      throw wrong(
        parsed.error.issues
          .map(({ path, message }) => `${path.join('.') || 'the value'}: ${message}`)
          .join('; '),
      );
    }
    const { id, turns } = parsed.data;
    const before = firstSeen.get(id);
    if (before !== undefined) throw wrong(`id: "${id}" is on line ${before} already`);
    firstSeen.set(id, index + 1);
    dialogues.push({
      id,
      turns: turns.map(([role, said]) => ({ role: role === 'agent' ? 'rep' : 'customer', text: said })),
    });
  }
  if (dialogues.length === 0) throw new AppError('invalid', 'there is no dialogue in it');
  return dialogues;
};
