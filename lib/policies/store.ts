import { loadPolicies } from './load';
import type { PolicySet } from './policy-set';
import { PolicyError, type PolicyProblem } from './problem';

export type Reload =
  | { ok: true; policies: PolicySet; changed: boolean }
  | { ok: false; problems: readonly PolicyProblem[] };

/** The policies in force. `current` is the last good set; a reload that fails leaves it there. */
export interface PolicyStore {
  current(): PolicySet;
  reload(): Promise<Reload>;
}

/** A store of the policies in `dir`; the first load must succeed, otherwise PolicyError is thrown. */
export const policyStore = async (dir: string): Promise<PolicyStore> => {
  let inForce = await loadPolicies(dir);
  let latest = 0;
  const reload = async (): Promise<Reload> => {
    latest += 1;
    const turn = latest;
    try {
      const policies = await loadPolicies(dir);
      const changed = policies.hash !== inForce.hash;
      // Of two reloads under way, the one that began later has read the newer files.
      if (changed && turn === latest) inForce = policies;
      return { ok: true, policies: inForce, changed };
    } catch (thrown) {
      if (!(thrown instanceof PolicyError)) throw thrown;
      return { ok: false, problems: thrown.policyProblems };
    }
  };
  return { current: () => inForce, reload };
};
