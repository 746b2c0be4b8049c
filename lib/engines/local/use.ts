import type { EngineUse } from '@/lib/domain/run';

/** The local engine asks nobody and costs nothing. */
export const LOCAL: EngineUse = { engine: 'local', hops: [], tokensIn: 0, tokensOut: 0, costMicros: 0 };
