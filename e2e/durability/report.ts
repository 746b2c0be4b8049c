import { z } from 'zod';

const figure = z.number();

export const storedSchema = z.object({
  turns: figure,
  conversations: figure,
  runs: z.record(z.string(), figure),
  resumed: figure,
  answered: figure,
  outrun: figure,
  lost: z.object({ messages: figure, runs: figure, cues: figure }),
  doubled: z.object({ turns: figure, cues: figure, suggestions: figure, events: figure }),
});

interface Observed {
  kills: number;
  /** Whether every run ended in time. */
  settled: boolean;
  settleSeconds: number;
  replayed: { rounds: number; sent: number; accepted: number; refused: number };
  stored: unknown;
}

export type Outcome = ReturnType<typeof report>;

/** What was seen, and whether it held: every accepted message is a turn, every conversation has its cues, nothing is there twice. */
export const report = ({ kills, settled, settleSeconds, replayed, stored: raw }: Observed) => {
  const stored = storedSchema.parse(raw);
  const lost = {
    ...stored.lost,
    messages: stored.lost.messages + Math.max(0, replayed.accepted - stored.turns),
  };
  const doubled = {
    ...stored.doubled,
    turns: stored.doubled.turns + Math.max(0, stored.turns - replayed.accepted),
  };
  const none = (figures: Record<string, number>): boolean =>
    Object.values(figures).every((count) => count === 0);
  return {
    kills,
    ...replayed,
    ...stored,
    lost,
    doubled,
    settled,
    settleSeconds: Number(settleSeconds.toFixed(1)),
    held: settled && replayed.refused === 0 && (stored.runs.failed ?? 0) === 0 && none(lost) && none(doubled),
  };
};

const listed = (figures: Record<string, number>): string =>
  Object.entries(figures)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

export const printed = (outcome: Outcome): string => {
  const rows: [string, string][] = [
    ['workers killed', String(outcome.kills)],
    ['messages accepted', `${outcome.accepted} of ${outcome.sent} in ${outcome.rounds} rounds`],
    ['turns stored', String(outcome.turns)],
    ['runs', listed(outcome.runs)],
    ['runs resumed', `${outcome.resumed} after their worker died`],
    ['conversations', `${outcome.answered} of ${outcome.conversations} have the cues of their last run`],
    ['outrun by the rep', `${outcome.outrun}, whose customer's last turn was answered before its cues`],
    ['lost', listed(outcome.lost)],
    ['doubled', listed(outcome.doubled)],
    [
      'settled',
      outcome.settled
        ? `${outcome.settleSeconds} s after the last message`
        : `not within ${outcome.settleSeconds} s`,
    ],
    ['', outcome.held ? 'Held: nothing lost, nothing doubled.' : 'Did not hold.'],
  ];
  return `${rows.map(([name, value]) => name.padEnd(20) + value).join('\n')}\n`;
};
