import { AppError } from '@/lib/core/errors';
import type { Actor, ServiceActor } from '@/lib/domain/user';
import { type Permission, type Resource, scopesFor, serviceMay } from '@/lib/rules/can';

/** The system that acts, when its key allows this. Throws `forbidden`, naming the scope that is missing. */
export const authorisedService = (
  actor: Actor,
  permission: Permission,
  kind: Resource['kind'],
): ServiceActor => {
  if (actor.kind === 'service' && serviceMay(actor, permission, kind)) return actor;
  const scopes = scopesFor(permission, kind).join(' or ');
  throw new AppError('forbidden', `${actor.kind} may not ${permission} a ${kind}`, {
    userMessage: scopes === '' ? 'No API key allows this.' : `This API key needs the scope ${scopes}.`,
  });
};
