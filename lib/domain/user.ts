import { z } from 'zod';

export const ROLES = ['rep', 'lead', 'qa', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Who acts. Use cases take one and authorise it; a service (an API key or the product itself) acts within what its key allows. */
export type Actor =
  | { kind: 'user'; id: string; name: string; role: Role; teamId: string; sessionId: string }
  | { kind: 'service'; id: string; name: string; scopes: readonly ServiceScope[] }
  | { kind: 'customer'; conversationId: string };

export const SERVICE_SCOPES = ['messages:write'] as const;
export type ServiceScope = (typeof SERVICE_SCOPES)[number];

export type UserActor = Extract<Actor, { kind: 'user' }>;
