// The store, watched: each call of each of its methods is started and ended for whoever watches, whatever methods there are.
import type { Store } from '../../store/contract/store.ts';
import type { Telemetry } from './telemetry.ts';

type Method = (...args: unknown[]) => unknown;

/** The same store. What returns no promise is passed through. */
export function observedStore(store: Store, storeCall: Telemetry['storeCall']): Store {
  return observedMethods(store, 'store', storeCall);
}

function observedMethods<T extends object>(methods: T, part: string, storeCall: Telemetry['storeCall']): T {
  const observed = Object.entries(methods).map(([name, member]: [string, unknown]) => {
    if (typeof member === 'function') return [name, observedMethod(member as Method, `${part}.${name}`, storeCall)];
    const isPart = typeof member === 'object' && member !== null;
    return [name, isPart ? observedMethods(member, name, storeCall) : member];
  });
  return Object.fromEntries(observed) as T;
}

function observedMethod(method: Method, operation: string, storeCall: Telemetry['storeCall']): Method {
  return (...args) => {
    const end = storeCall(operation);
    const result = method(...args);
    if (!(result instanceof Promise)) {
      end(null);
      return result;
    }
    return result.then(
      (value: unknown) => {
        end(null);
        return value;
      },
      (failure: unknown) => {
        end(failure);
        throw failure;
      },
    );
  };
}
