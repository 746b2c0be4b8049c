import type { Message, Result, Sender } from './sender';

interface Line {
  seq: number;
  role: 'customer' | 'rep';
  text: string;
  at: string;
}

/** A desk in memory behind the message API, for tests: reps answer after `answersAfter` questions, or never. */
export const fakeDesk = ({ answersAfter = 1 }: { answersAfter?: number } = {}) => {
  const threads = new Map<string, Line[]>();
  const delivered = new Map<string, { conversationId: string; seq: number }>();
  const asked = new Map<string, number>();
  const sent: Message[] = [];
  let most = 0;

  const isWaiting = (lines: Line[]): boolean => lines.at(-1)?.role === 'customer';
  const sender: Sender = {
    send: async (message) => {
      const known = delivered.get(message.externalId);
      const conversationId = message.conversation ?? message.externalId;
      if (known) return accepted({ ...known, duplicate: true });
      const lines = threads.get(conversationId) ?? [];
      lines.push({
        seq: lines.length + 1,
        role: message.role ?? 'customer',
        text: message.text,
        at: new Date(0).toISOString(),
      });
      threads.set(conversationId, lines);
      sent.push(message);
      most = Math.max(most, [...threads.values()].filter(isWaiting).length);
      const made = { conversationId, seq: lines.length };
      delivered.set(message.externalId, made);
      asked.set(conversationId, 0);
      return accepted({ ...made, duplicate: false });
    },
    messagesAfter: async (conversationId, seq) => {
      const lines = threads.get(conversationId) ?? [];
      const times = (asked.get(conversationId) ?? 0) + 1;
      asked.set(conversationId, times);
      if (times >= answersAfter && isWaiting(lines))
        lines.push({
          seq: lines.length + 1,
          role: 'rep',
          text: 'Let me look.',
          at: new Date(0).toISOString(),
        });
      return { ok: true, value: lines.filter((line) => line.seq > seq) };
    },
    runsOf: async () => ({ ok: true, value: [] }),
  };
  return { sender, sent, threads, mostWaiting: () => most };
};

const accepted = ({
  conversationId,
  seq,
  duplicate,
}: {
  conversationId: string;
  seq: number;
  duplicate: boolean;
}): Awaited<ReturnType<Sender['send']>> =>
  ({
    ok: true,
    value: { messageId: `${conversationId}-${seq}`, conversationId, customerId: 'cus', seq, duplicate },
  }) satisfies Result<unknown>;
