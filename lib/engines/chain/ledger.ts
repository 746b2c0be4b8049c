import type { BudgetPort, BudgetScope, Spending } from './budget';

/** A figure read this long ago is read again, while whoever asks goes on with it: other processes spend too. */
const FRESH_MS = 1_000;
/** Older than this it is not gone on with. */
const STALE_MS = 5_000;

/** One limit's account, in millionths of a dollar. What is spent is the sum of the three amounts. */
interface Account {
  /** As the books had it at `readAt`. */
  known: number;
  readAt: number;
  reading: Promise<void> | null;
  /** Spent here, and not in the books yet. */
  unwritten: number;
  /** In the books since they were last read. */
  written: number;
}

const scopesOf = ({ day, userId }: Spending): BudgetScope[] => [
  { of: 'organisation', day },
  ...(userId === null ? [] : [{ of: 'user', id: userId, day } as const]),
];

const keyOf = (scope: BudgetScope): string => (scope.of === 'user' ? `user ${scope.id}` : 'organisation');

/**
 * A budget that answers from memory, so that no model call waits for the books. What this process spends counts at once; what others
 * spend, a second later. Lines that come while one is being written go out together; a line that failed goes out with the next one.
 */
export const createLedger = (books: BudgetPort, now = (): number => performance.now()): BudgetPort => {
  let today = '';
  let accounts = new Map<string, Account>();
  let waiting = new Map<string, Spending>();
  let writing: Promise<void> | null = null;

  const accountOf = (scope: BudgetScope): Account => {
    if (scope.day > today) {
      today = scope.day;
      accounts = new Map();
    }
    const key = keyOf(scope);
    const account = accounts.get(key) ?? {
      known: 0,
      readAt: Number.NEGATIVE_INFINITY,
      reading: null,
      unwritten: 0,
      written: 0,
    };
    if (scope.day === today) accounts.set(key, account);
    return account;
  };

  const read = async (scope: BudgetScope, account: Account): Promise<void> => {
    const covered = account.written;
    try {
      account.known = await books.spent(scope);
      account.written -= covered;
      account.readAt = now();
    } finally {
      account.reading = null;
    }
  };

  const spent = async (scope: BudgetScope): Promise<number> => {
    const account = accountOf(scope);
    const age = now() - account.readAt;
    if (age > FRESH_MS) account.reading ??= read(scope, account);
    if (age > STALE_MS) await account.reading;
    // Nobody waits for it: the next one who asks finds the figure too old, and hears of the failure.
    else account.reading?.catch(() => undefined);
    return account.known + account.unwritten + account.written;
  };

  const hold = (line: Spending): void => {
    const key = `${line.day} ${line.userId ?? ''} ${line.engine}`;
    const before = waiting.get(key);
    waiting.set(
      key,
      before === undefined
        ? line
        : {
            ...line,
            tokensIn: before.tokensIn + line.tokensIn,
            tokensOut: before.tokensOut + line.tokensOut,
            costMicros: (before.costMicros ?? 0) + (line.costMicros ?? 0),
          },
    );
  };

  const write = async (line: Spending): Promise<void> => {
    await books.record(line);
    for (const account of scopesOf(line).map(accountOf)) {
      account.unwritten -= line.costMicros ?? 0;
      account.written += line.costMicros ?? 0;
    }
  };

  const drain = async (): Promise<void> => {
    while (waiting.size > 0) {
      const lines = [...waiting.values()];
      waiting = new Map();
      const outcomes = await Promise.allSettled(lines.map(write));
      const failed = outcomes.flatMap((outcome, at) => (outcome.status === 'rejected' ? [at] : []));
      for (const at of failed) hold(lines[at] as Spending);
      const first = outcomes[failed[0] ?? -1];
      if (first?.status === 'rejected') throw first.reason;
    }
  };

  const record = (line: Spending): Promise<void> => {
    // A price that is not known cannot be counted; it is not counted as nothing either.
    if (line.costMicros === null) return books.record(line);
    for (const account of scopesOf(line).map(accountOf)) account.unwritten += line.costMicros;
    hold(line);
    writing ??= drain().finally(() => {
      writing = null;
    });
    return writing;
  };

  return { spent, record };
};
