import { ensureClient } from '@/lib/db/generate';

/** Starts the desk of the kill test of actions: on a fresh checkout what it imports needs the database client, which is generated first. */
await ensureClient();
await import('./actions-orders');
