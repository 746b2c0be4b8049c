import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import type { AgentsPolicy } from '@/lib/policies/agents-policy';
import { FAULTS, FaultError } from '../openai/faults';

/** One circuit per endpoint and model, shared by everybody who calls it; lives as long as the process. */
export interface Breakers {
  /** Runs the call, or throws `breaker-open` at once while the circuit is open or its one test call is under way. */
  through<T>(key: string, signal: AbortSignal, call: () => Promise<T>): Promise<T>;
}

export const createBreakers = (settings: AgentsPolicy['breaker']): Breakers => {
  const circuits = new Map<string, CircuitBreakerPolicy>();

  const circuitOf = (key: string): CircuitBreakerPolicy => {
    const existing = circuits.get(key);
    if (existing !== undefined) return existing;
    const failed = (thrown: unknown): boolean => {
      if (!(thrown instanceof FaultError)) return false;
      // A test call that its caller gave up proved nothing; unhandled, it would close the circuit.
      if (thrown.fault.kind === 'aborted') return circuit.state === CircuitState.HalfOpen;
      return FAULTS[thrown.fault.kind].trips;
    };
    const circuit = circuitBreaker(handleWhen(failed), {
      halfOpenAfter: settings.half_open_after_ms,
      breaker: new ConsecutiveBreaker(settings.consecutive_failures),
    });
    circuits.set(key, circuit);
    return circuit;
  };

  return {
    through: async (key, signal, call) => {
      const circuit = circuitOf(key);
      // cockatiel would let others wait for the test call; a customer should not.
      if (circuit.state === CircuitState.HalfOpen) throw open();
      try {
        return await circuit.execute(call, signal);
      } catch (thrown) {
        throw isBrokenCircuitError(thrown) ? open() : thrown;
      }
    },
  };
};

const open = (): FaultError =>
  new FaultError({
    kind: 'breaker-open',
    message: 'too many calls failed in a row; the endpoint is given a rest',
  });
