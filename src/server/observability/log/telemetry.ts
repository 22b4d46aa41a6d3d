// What is worth a line of the log among what the server does.
import { StoreError } from '../../../store/contract/errors.ts';
import type { Telemetry } from '../telemetry.ts';
import type { Log } from './log.ts';

/** The budget when nobody has a call any more, breakers, failed calls of the store, rejected deliveries and failed sign-ins as lines. `engine`: of the store. */
export function logTelemetry(log: Log, engine: string): Partial<Telemetry> {
  return {
    budgetPause: (seconds) => log.event('budget-paused', { seconds }),
    // The background waits for its part of the window every day.
    budgetRejection: ({ reason, callClass, waitMs }) => {
      if (reason === 'used-up' && callClass !== 'background')
        log.event('budget-used-up', { class: callClass, seconds: Math.ceil(waitMs / 1000) });
    },
    breaker: ({ upstream, route, isOpen }) =>
      log.event(isOpen ? 'breaker-opened' : 'breaker-closed', { upstream, route }),
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
