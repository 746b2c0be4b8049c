import type { ModelPorts } from '@/lib/assist/ports';
import type { Clock } from '@/lib/core/clock';
import type { AgentsPolicy } from '@/lib/policies/agents-policy';
import type { RemoteEngine } from '../openai/engine';
import type { Breakers } from './breakers';
import type { BudgetPort } from './budget';

export interface ChainSettings {
  agents: AgentsPolicy;
  /** Stands behind everything and has no network to fail. */
  local: ModelPorts;
  /** Null when no endpoint is configured: the local engine then answers alone, which is no fault. */
  remote: RemoteEngine | null;
  breakers: Breakers;
  budget: BudgetPort;
  /** For whom the calls are made; null when for nobody in particular. */
  userId: string | null;
  clock: Clock;
  /** Milliseconds for a whole answer. */
  deadlineMs?: number;
  /** Where trouble goes that must not cost the answer, such as a budget that can't be read. */
  report: (problem: unknown) => void;
}
