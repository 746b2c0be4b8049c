import type { CueReport } from '@/lib/connectors/simulator/cue-report';
import type { Replayed } from '@/lib/connectors/simulator/replay-dialogues';

const listed = (entries: [string, number][], word: (name: string, count: number) => string): string =>
  entries.map(([name, count]) => word(name, count)).join(', ') || 'none';

/** The figures of a replay as a person reads them. */
export const replayReport = (sent: Replayed, cues: CueReport): string => {
  const ms = (value: number | undefined): string => (value === undefined ? '-' : `${Math.round(value)} ms`);
  const failure = (status: string, count: number): string =>
    `${status === '0' ? 'no answer' : status} ${count}× (${sent.reasons[status] ?? 'no reason given'})`;
  return [
    `dialogues    ${sent.dialogues}`,
    `messages in  ${sent.accepted} of ${sent.sent}`,
    `duplicates   ${sent.duplicates}`,
    `failures     ${listed(Object.entries(sent.failures), failure)}`,
    `runs         ${listed(Object.entries(cues.runs), (state, count) => `${count} ${state}`)}`,
    `cues out     ${cues.cues}`,
    `latency      p50 ${ms(cues.latency?.p50)}, p95 ${ms(cues.latency?.p95)}, p99 ${ms(cues.latency?.p99)}, from acceptance to cues stored`,
    ...(cues.unfinished > 0
      ? [`${cues.unfinished} of ${cues.conversations} conversations were not finished in time`]
      : []),
  ].join('\n');
};

/** 0 when every message went in and every run ended well, otherwise 1. */
export const replayExitCode = (sent: Replayed, cues: CueReport): number =>
  Object.keys(sent.failures).length === 0 && (cues.runs.failed ?? 0) === 0 && cues.unfinished === 0 ? 0 : 1;
