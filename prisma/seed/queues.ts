import { fileURLToPath } from 'node:url';
import { categoryOf, type IntentId } from '@/lib/domain/intent';
import { type Queue, queuesPolicySchema } from '@/lib/policies/queues-policy';
import { readYaml } from './files/read-yaml';

const QUEUES_FILE = fileURLToPath(new URL('../../policies/queues.yaml', import.meta.url));

/** The queues of `policies/queues.yaml`. */
export const readQueues = (file: string = QUEUES_FILE): Promise<Queue[]> =>
  readYaml(file, queuesPolicySchema);

const BY_CATEGORY = {
  billing: 'billing',
  technical: 'technical',
  account: 'general',
  shipping: 'orders',
  returns: 'orders',
  general: 'general',
} as const;

/** Where a past conversation of an intent waited. */
export const queueOf = (intent: IntentId): string =>
  intent === 'account.cancel-service' || intent === 'account.close-account'
    ? 'retention'
    : BY_CATEGORY[categoryOf(intent)];
