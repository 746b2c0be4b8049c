import { join } from 'node:path';
import type { PolicyStore, Reload } from '@/lib/policies/store';
import { type WatchedPolicies, watchPolicies } from '@/lib/policies/watch';
import { log } from '@/lib/telemetry/log';
import { prepareGuardrails } from './guard-context';

export const policiesDir = (): string => join(process.cwd(), 'policies');

const tell = (reload: Reload, store: PolicyStore): void => {
  if (!reload.ok) {
    log.warn({ problems: reload.problems }, 'edited policies are refused; the last good ones stay in force');
  } else if (reload.changed) {
    log.info({ version: reload.policies.hash.slice(0, 12) }, 'edited policies are in force');
    prepareGuardrails(store.current().guardrails);
  }
};

/** The policies of this process, learnt from and watched: an edit that is well formed is in force within seconds. */
export const openPolicies = async (): Promise<WatchedPolicies> => {
  const store = await watchPolicies(policiesDir(), { onReload: (reload) => tell(reload, store) });
  prepareGuardrails(store.current().guardrails);
  return store;
};
