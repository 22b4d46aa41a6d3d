// What is worth a line of the log among what the server does.
import { StoreError } from '../../../store/contract/errors.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Log } from './log.ts';

/** Failed calls of the store, rejected deliveries and failed sign-ins as lines. `engine`: of the store. */
export function logTelemetry(log: Log, engine: string): Partial<Telemetry> {
  return {
    storeCall: (operation) => (failure) => {
      if (failure instanceof StoreError) log.store(failure, { operation, engine });
    },
    delivery: (outcome) => {
      if (outcome !== 'accepted' && outcome !== 'duplicate' && outcome !== 'ping')
        log.event('delivery-rejected', { reason: outcome });
    },
    signInFailure: (step, reason) => log.event('sign-in-failed', { step, reason }),
    partnerRejection: (credential) => log.event('partner-rejected', { credential }),
  };
}
