import { AppError, notFound } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import { findVersion, type LearntModel, putInForce } from '@/lib/db/model-versions';
import type { Actor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { type Services, services } from './services';

interface Input {
  model: LearntModel;
  /** The newest without it. */
  version?: number;
}

/** `promoteModel` on a database that nothing else is open for yet. */
export const promoteModelOn = async (
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  { model, version }: Input,
): Promise<{ version: number; retired: number | null }> => {
  authorise(actor, 'write', { kind: 'model' });
  const at = clock.now();
  return db.$transaction(async (tx) => {
    const found = await findVersion(tx, model, version);
    if (!found) throw notFound('Model version');
    const done = await putInForce(tx, model, found.id, at);
    if (done === false)
      throw new AppError('conflict', `${model} ${found.version} is no candidate`, {
        userMessage: `Version ${found.version} was put in force before.`,
      });
    await audit(tx, {
      actor,
      action: 'model.promoted',
      resource: found.id,
      detail: { model, version: found.version, retired: done.retired },
      at,
    });
    return { version: found.version, retired: done.retired };
  });
};

/** Puts a candidate in force and retires the version that was. Throws `not_found`, or `conflict` when it is no candidate any more. */
export const promoteModel = async (actor: Actor, input: Input) =>
  promoteModelOn(await services(), actor, input);
