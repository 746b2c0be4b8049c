import { z } from 'zod';
import { MESSAGE_LIMIT } from '../domain/conversation';
import { correctionBodySchema } from '../domain/correction';
import { cueEventKindSchema, cueSchema } from '../domain/cue';
import { findingSchema } from '../domain/guard';
import { runStateSchema, runTriggerSchema, stepRecordSchema } from '../domain/run';
import { contract } from './contract';
import { done, idParams, nothing } from './parts';

export const listCues = contract({
  method: 'GET',
  path: '/api/conversations/{id}/cues',
  summary: 'The current cue of each kind',
  params: idParams,
  query: nothing,
  body: nothing,
  response: z.object({
    cues: z.array(cueSchema),
    run: z.object({ id: z.string(), state: runStateSchema }).nullable(),
  }),
  status: 200,
});

export const recordCueEvent = contract({
  method: 'POST',
  path: '/api/cues/{id}/events',
  summary: 'Record what happened to a cue: shown, seen, inserted, undone',
  params: idParams,
  query: nothing,
  body: z.strictObject({ kind: cueEventKindSchema.extract(['shown', 'seen', 'inserted', 'undone']) }),
  response: done,
  status: 200,
});

/** Corrections people make by hand; accepts and edits are recorded when the reply is sent. */
export const correctCue = contract({
  method: 'POST',
  path: '/api/cues/{id}/corrections',
  summary: 'Correct, override or dismiss a cue',
  params: idParams,
  query: nothing,
  body: z.strictObject({
    body: correctionBodySchema,
    reason: z.string().trim().max(500).nullable().default(null),
  }),
  response: done,
  status: 201,
});

export const checkWording = contract({
  method: 'POST',
  path: '/api/conversations/{id}/guard',
  summary: 'What the guardrails say about a wording',
  params: idParams,
  query: nothing,
  body: z.strictObject({ text: z.string().max(MESSAGE_LIMIT) }),
  response: z.object({ findings: z.array(findingSchema) }),
  status: 200,
});

export const traceSchema = z.object({
  runs: z.array(
    z.object({
      id: z.string(),
      trigger: runTriggerSchema,
      turnSeq: z.int(),
      state: runStateSchema,
      outcome: z.string().nullable(),
      error: z.string().nullable(),
      acceptedAt: z.iso.datetime(),
      startedAt: z.iso.datetime().nullable(),
      finishedAt: z.iso.datetime().nullable(),
      version: z.object({ id: z.string(), parts: z.record(z.string(), z.string()) }).nullable(),
      steps: z.array(stepRecordSchema),
    }),
  ),
});
export type TraceView = z.infer<typeof traceSchema>;

export const getTrace = contract({
  method: 'GET',
  path: '/api/conversations/{id}/trace',
  summary: 'The latest runs, step by step',
  params: idParams,
  query: nothing,
  body: nothing,
  response: traceSchema,
  status: 200,
});
