import { z } from 'zod';

export const ROLES = ['rep', 'lead', 'qa', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Who acts. Use cases take one and authorise it; a service (an API key or the product itself) acts within what its key allows. */
export type Actor =
  | { kind: 'user'; id: string; name: string; role: Role; teamId: string; sessionId: string }
  | { kind: 'service'; id: string; name: string; scopes: readonly ServiceScope[] }
  | { kind: 'customer'; conversationId: string };

/** What an API key may be good for. */
export const PUBLIC_SCOPES = [
  'messages:write',
  'conversations:read',
  'corrections:write',
  'events:read',
  'memory:read',
  'memory:write',
  'offers:read',
  'quotes:read',
  'risk:read',
  'visits:write',
] as const;
/** And what Cuedesk itself may do, where nobody asked. */
export const SERVICE_SCOPES = [...PUBLIC_SCOPES, 'models:write'] as const;
export const serviceScopeSchema = z.enum(SERVICE_SCOPES);
export type ServiceScope = z.infer<typeof serviceScopeSchema>;

export type ServiceActor = Extract<Actor, { kind: 'service' }>;

export type UserActor = Extract<Actor, { kind: 'user' }>;
