import type { PipelineInput } from '@/lib/assist/ports';
import { DAY } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import type { Turn } from '@/lib/domain/conversation';
import type { Account } from '@/lib/domain/customer';
import { strangerAccount } from './account-of';
import type { CaseLine, GoldenCase } from './case-file';
import type { DemoWorld } from './demo-world';

interface Line {
  role: 'customer' | 'rep';
  text: string;
  /** Seconds before it. */
  wait: number;
}

interface Scene {
  customer: string | undefined;
  channel: string;
  lines: Line[];
}

/** Seconds between two lines of a case that says nothing of time. */
const PAUSE = 20;

const wrong = ({ name }: GoldenCase, reason: string): AppError =>
  new AppError('invalid', `golden case "${name}": ${reason}`);

const lineOf = (line: CaseLine): Line =>
  'customer' in line
    ? { role: 'customer', text: line.customer.repeat(line.times), wait: PAUSE }
    : { role: 'rep', text: line.rep, wait: PAUSE };

const sceneOf = (golden: GoldenCase, world: DemoWorld): Scene => {
  if (!('live' in golden))
    return { customer: golden.customer, channel: golden.channel, lines: golden.turns.map(lineOf) };
  const script = world.live.get(golden.live);
  if (!script) throw wrong(golden, `there is no live conversation "${golden.live}"`);
  const lines = script.turns
    .slice(0, golden.upto)
    .map(({ from, say, wait }): Line => ({ role: from, text: say, wait }));
  if (lines.length < golden.upto) throw wrong(golden, `${golden.live} has only ${lines.length} messages`);
  if (lines.at(-1)?.role !== 'customer')
    throw wrong(golden, `message ${golden.upto} of ${golden.live} is the rep's`);
  return { customer: script.customer, channel: script.channel, lines };
};

/** Lines as turns, the last of them now. */
const turnsOf = (lines: readonly Line[], now: Date): Turn[] => {
  const whole = lines.reduce((sum, { wait }) => sum + wait, 0);
  let at = now.getTime() - whole * 1000;
  return lines.map(({ role, text, wait }, index) => {
    at += wait * 1000;
    return {
      id: `trn_golden_${index + 1}`,
      conversationId: 'cnv_golden',
      seq: index + 1,
      role,
      kind: 'message',
      text,
      authorId: null,
      authorName: null,
      at: new Date(at).toISOString(),
    };
  });
};

const accountFor = (
  golden: GoldenCase,
  customer: string | undefined,
  { accounts, now }: DemoWorld,
): Account => {
  const account = customer === undefined ? strangerAccount() : accounts.get(customer);
  if (!account) throw wrong(golden, `there is no customer "${customer}"`);
  const history = golden.earlier_contacts.map((days, index) => ({
    conversationId: `cnv_earlier_${index + 1}`,
    on: new Date(now.getTime() - days * DAY).toISOString().slice(0, 10),
    channel: 'chat',
    intent: null,
    outcome: 'resolved',
    csat: null,
  }));
  return { ...account, history };
};

/** What the pipeline is given at that point of the conversation. Throws `invalid` when the case names what is not there. */
export const inputOf = (golden: GoldenCase, world: DemoWorld): PipelineInput => {
  const { customer, channel, lines } = sceneOf(golden, world);
  return {
    conversationId: 'cnv_golden',
    channel,
    turns: turnsOf(lines, world.now),
    account: accountFor(golden, customer, world),
    incidents: world.incidents,
    overrides: { steps: {} },
    recorded: { sent: [], ticks: [], actions: [] },
    escalated: false,
  };
};
