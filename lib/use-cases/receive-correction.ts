import type { z } from 'zod';
import { receiveCorrection as contract } from '@/lib/contracts/public-corrections';
import { notFound } from '@/lib/core/errors';
import { findCue } from '@/lib/db/cues';
import type { Actor } from '@/lib/domain/user';
import { authorisedService } from './authorised-service';
import { once } from './once';
import { services } from './services';
import { checkCorrection, storeCorrection } from './store-correction';

/** A system corrects a cue, once for each key. Throws `invalid`, `not_found`, `forbidden` or `unprocessable`. */
export const receiveCorrection = async (
  actor: Actor,
  { body: { cueId, ...correction } }: { body: z.output<typeof contract.body> },
  keyed: { key: string; hash: string },
): Promise<{ ok: true }> => {
  const deps = await services();
  const service = authorisedService(actor, 'correct', 'conversation');
  return once(deps, { scope: service.id, ...keyed }, contract.status, async (tx) => {
    checkCorrection(deps, correction.body);
    const cue = await findCue(tx, cueId);
    if (!cue) throw notFound('Cue');
    await storeCorrection(tx, deps, cue, service.id, correction);
    return { ok: true as const };
  });
};
