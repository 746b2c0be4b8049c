import type { ModelPorts } from '@/lib/assist/ports';
import type { Clock } from '@/lib/core/clock';
import type { KnownValue } from '@/lib/detectors/vault';
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
  /** What is personal of the customer whom the calls are about; no endpoint is told. */
  known?: readonly KnownValue[];
  clock: Clock;
  /** Milliseconds for a whole answer. */
  deadlineMs?: number;
  /** When everything must be answered of which this is a part, by `performance.now()`: what one answer took the next one lacks. */
  until?: number;
  /** Where trouble goes that must not cost the answer, such as a budget that can't be read. */
  report: (problem: unknown) => void;
}
