import { ensureClient } from '@/lib/db/generate';

/** Starts the web side of the kill test: on a fresh checkout what it imports needs the database client, which is generated first. */
await ensureClient();
await import('./durability-orders');
