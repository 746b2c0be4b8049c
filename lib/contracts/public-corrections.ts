import { z } from 'zod';
import { byHandSchema } from '../domain/correction';
import { contract } from './contract';
import { correctCue } from './cues';
import { done, idParams, nothing } from './parts';

export const receiveCorrection = contract({
  method: 'POST',
  path: '/api/v1/corrections',
  summary: 'Override or dismiss a cue, as a person would in the console',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    cueId: idParams.shape.id,
    body: byHandSchema,
    reason: correctCue.body.shape.reason,
  }),
  response: done,
  status: 201,
  keyed: true,
});
