import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors';

export const REPLAY_OPTIONS = {
  speed: {
    type: 'string',
    value: '1x|10x|max',
    help: '1x reads and types like a person, max leaves no pauses; 10x when left out',
  },
  limit: { type: 'string', value: 'N', help: 'only the first N dialogues' },
  concurrency: { type: 'string', value: 'N', help: 'dialogues at once; 8 when left out' },
  'base-url': { type: 'string', value: 'URL', help: 'where Cuedesk runs; this machine when left out' },
  'api-key': { type: 'string', value: 'KEY', help: 'the key in the data folder when left out' },
  tag: {
    type: 'string',
    value: 'NAME',
    help: 'names the replay; the same name again sends the same messages, which changes nothing',
  },
  timeout: {
    type: 'string',
    value: 'SECONDS',
    help: 'how long to wait for the last cues; 300 when left out',
  },
  json: { type: 'boolean', help: 'the report as JSON' },
} as const;

type Values = {
  [Name in keyof typeof REPLAY_OPTIONS]?: (typeof REPLAY_OPTIONS)[Name]['type'] extends 'boolean'
    ? boolean
    : string;
};

const SPEEDS: Record<string, number> = { '1x': 1, '10x': 10, max: Number.POSITIVE_INFINITY };
const count = z.coerce.number().int().positive();

const whole = (name: keyof Values, text: string): number => {
  const parsed = count.safeParse(text);
  if (!parsed.success) throw new AppError('invalid', `--${name} must be a whole number above 0.`);
  return parsed.data;
};

export interface ReplaySettings {
  file: string;
  /** How many times faster than people; Infinity for max. */
  speed: number;
  limit: number;
  concurrency: number;
  timeoutMs: number;
  tag: string;
  baseUrl: string | undefined;
  apiKey: string | undefined;
  json: boolean;
}

/** What the command line asks for. Throws `invalid` with one sentence. */
export const readReplayArguments = (values: Values, positionals: readonly string[]): ReplaySettings => {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new AppError('invalid', 'Give one FILE of dialogues (--help says more).');
  const speed = SPEEDS[values.speed ?? '10x'];
  if (speed === undefined) throw new AppError('invalid', '--speed is 1x, 10x or max.');
  const baseUrl = values['base-url'];
  if (baseUrl !== undefined && !z.url({ protocol: /^https?$/ }).safeParse(baseUrl).success) {
    throw new AppError('invalid', '--base-url must be an address, like http://127.0.0.1:3000.');
  }
  return {
    file,
    speed,
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : whole('limit', values.limit),
    concurrency: whole('concurrency', values.concurrency ?? '8'),
    timeoutMs: whole('timeout', values.timeout ?? '300') * 1000,
    tag: values.tag ?? `replay-${randomUUID().slice(0, 8)}`,
    baseUrl,
    apiKey: values['api-key'],
    json: values.json === true,
  };
};
