import { SystemFault, type Systems } from '../../actions/systems';
import { asUnavailable, waitedTooLong } from '../../db/failures';

const faultOf = (system: keyof Systems, thrown: unknown): SystemFault | null => {
  if (waitedTooLong(thrown)) return new SystemFault(system, 'slow', { cause: thrown });
  if (asUnavailable(thrown)) return new SystemFault(system, 'unreachable', { cause: thrown });
  return null;
};

/**
 * A system whose methods throw SystemFault when PostgreSQL ended a statement that waited too long, or could not be talked to. The
 * transaction cannot be used any more then: whoever began it rolls it back, and asks again in another.
 */
export const withFaults = <System extends object>(name: keyof Systems, system: System): System =>
  new Proxy(system, {
    get: (target, key) => {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        try {
          return await Reflect.apply(method, target, args);
        } catch (thrown) {
          throw faultOf(name, thrown) ?? thrown;
        }
      };
    },
  });
