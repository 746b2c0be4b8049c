import type { Actor } from '@/lib/domain/user';

/** Cuedesk itself, where nobody asked: a routine of the night, or a command. */
export const PRODUCT: Actor = { kind: 'service', id: 'cuedesk', name: 'Cuedesk', scopes: ['models:write'] };
