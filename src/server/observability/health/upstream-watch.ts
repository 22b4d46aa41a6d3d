// Whether AccessLink answers: by how the last calls ended. Nothing is sent to find out.
import type { Telemetry } from '../telemetry.ts';
import type { HealthState } from './health.ts';

export interface UpstreamWatch {
  readonly telemetry: Pick<Telemetry, 'upstreamCall'>;
  /** `unknown` before the first call has ended. */
  readonly state: () => HealthState;
}

/** So many failures in a row, with no answer between them, are an outage. */
const FAILURES = 3;
const OUTAGES: readonly string[] = ['unavailable', 'timeout', 'invalid'];

/** A watch that has seen no call. A rejection is an answer, also 401 and 429. */
export function createUpstreamWatch(): UpstreamWatch {
  let failures: number | null = null;
  return {
    telemetry: {
      upstreamCall: () => (end) => {
        failures = OUTAGES.includes(end.outcome) ? (failures ?? 0) + 1 : 0;
      },
    },
    state: () => {
      if (failures === null) return 'unknown';
      return failures >= FAILURES ? 'failing' : 'ok';
    },
  };
}
