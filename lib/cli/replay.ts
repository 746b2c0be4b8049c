import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { awaitCues } from '@/lib/connectors/simulator/cue-report';
import { type Dialogue, parseDialogues } from '@/lib/connectors/simulator/dialogue-file';
import { replayDialogues } from '@/lib/connectors/simulator/replay-dialogues';
import { createSender } from '@/lib/connectors/simulator/sender';
import { sleep } from '@/lib/connectors/simulator/timing';
import { AppError, messageOf } from '@/lib/core/errors';
import { env } from '@/lib/env';
import { command } from './command';
import { REPLAY_OPTIONS, readReplayArguments } from './replay-arguments';
import { replayExitCode, replayReport } from './replay-report';

const readDialogues = async (file: string, limit: number): Promise<Dialogue[]> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid', `${file} cannot be read: ${messageOf(cause)}.`);
  });
  try {
    return parseDialogues(text, limit);
  } catch (thrown) {
    throw new AppError('invalid', `${file}, ${messageOf(thrown)}`);
  }
};

const storedKey = async (): Promise<string> => {
  const file = join(env().dataDir, 'api-key');
  const key = await readFile(file, 'utf8').catch(() => {
    throw new AppError('invalid', `There is no API key in ${file}: run npm start once, or give --api-key.`);
  });
  return key.trim();
};

/** Says at once that nobody is there, rather than after every message was tried for a minute. */
const assertAnswers = async (baseUrl: string): Promise<void> => {
  await fetch(new URL('/api/health', baseUrl), { signal: AbortSignal.timeout(10_000) }).catch(() => {
    throw new AppError(
      'unavailable',
      `Cuedesk does not answer at ${baseUrl}: run npm start first, or give --base-url.`,
    );
  });
};

await command({
  name: 'npm run replay',
  about:
    'Plays recorded dialogues, both sides, through the message API as if they happened now, and reports what came out.',
  positionals: ['FILE'],
  options: REPLAY_OPTIONS,
  notes: [
    'FILE holds one dialogue a line: {"id": "a1", "turns": [["customer", "hi"], ["agent", "hello"]], "references": []}',
    'The exit code is 1 when a message was refused, a run failed, or cues did not come in time.',
  ],
  run: async ({ values, positionals }) => {
    const { file, limit, speed, concurrency, tag, timeoutMs, json, ...at } = readReplayArguments(
      values,
      positionals,
    );
    const dialogues = await readDialogues(file, limit);
    const apiKey = at.apiKey ?? (await storedKey());
    const baseUrl = at.baseUrl ?? `http://${env().HOST}:${env().PORT}`;
    await assertAnswers(baseUrl);
    const sender = createSender({ baseUrl, apiKey });
    const { signal } = new AbortController();

    console.error(`${dialogues.length} dialogues to ${baseUrl}, ${concurrency} at once, as ${tag}`);
    let tenths = 0;
    const onProgress = (done: number): void => {
      const now = Math.floor((done * 10) / dialogues.length);
      if (now > tenths) console.error(`${done} of ${dialogues.length} dialogues sent`);
      tenths = now;
    };
    const sent = await replayDialogues(dialogues, {
      sender,
      speed,
      concurrency,
      tag,
      sleep,
      signal,
      onProgress,
    });
    console.error('Waiting for the last cues');
    const cues = await awaitCues(sent.conversationIds, {
      sender,
      sleep,
      signal,
      timeoutMs,
      now: Date.now,
      concurrency,
    });

    const { conversationIds: _, ...figures } = sent;
    console.log(json ? JSON.stringify({ tag, ...figures, ...cues }) : replayReport(sent, cues));
    return replayExitCode(sent, cues);
  },
});
