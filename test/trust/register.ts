// What the gateway must withstand: threats, and what version 0.1.0 did not hold. Each row names its bars, and the tests that
// show what no bar measures; docs/trust.md has the same rows in prose.
import type { BarId } from './bars.ts';

interface Row {
  readonly subject: string;
  readonly bars: readonly BarId[];
  /** Tests elsewhere, each with cases that fail without the defence. */
  readonly tests: readonly string[];
}

export const THREATS: readonly Row[] = [
  {
    subject: "one person's data shown to another",
    bars: ['isolation', 'differential'],
    tests: ['test/loading/cache/keys.test.ts'],
  },
  { subject: 'ids and file links of others', bars: ['nodes'], tests: ['test/server/files/file-handler.test.ts'] },
  {
    subject: 'client operations from the session of a person',
    bars: [],
    tests: ['test/e2e/partner.test.ts', 'test/server/auth/identity.test.ts'],
  },
  {
    subject: 'tokens at rest',
    bars: ['at-rest'],
    tests: [
      'test/store/crypto/encryption.test.ts',
      'test/e2e/sign-in-secrets.test.ts',
      'test/store/contract/secrets.ts',
    ],
  },
  {
    subject: 'health values at rest, and in backups after an erasure',
    bars: ['values-at-rest'],
    tests: [
      'test/store/contract/encryption-at-rest.ts',
      'test/store/contract/backup.ts',
      'test/store/engines/sqlite-erasure.test.ts',
    ],
  },
  {
    subject: 'tokens and health values in logs, errors and metrics',
    bars: ['secrets', 'fuzz'],
    tests: [
      'test/server/secrets.test.ts',
      'test/server/observability/log/log.test.ts',
      'test/server/observability/metrics/label-guard.test.ts',
      'test/accesslink/secrecy.test.ts',
    ],
  },
  {
    subject: 'forged requests, and pages of other origins',
    bars: ['csrf'],
    tests: ['test/server/http/cors.test.ts', 'test/server/requests.test.ts'],
  },
  {
    subject: 'open redirects after signing in',
    bars: ['redirects'],
    tests: ['test/server/auth/redirects.test.ts', 'test/e2e/sign-in-rejections.test.ts'],
  },
  {
    subject: 'forged, oversized, slow and compressed deliveries',
    bars: ['webhooks'],
    tests: ['test/e2e/receiver.test.ts'],
  },
  {
    subject: 'a delivery that is acknowledged and lost',
    bars: ['deliveries'],
    tests: [
      'test/jobs/deliveries/kill.test.ts',
      'test/jobs/deliveries/two-processes.test.ts',
      'test/store/tables/group-commit.test.ts',
    ],
  },
  {
    subject: 'data of transactions that are lost',
    bars: [],
    tests: ['test/jobs/import/kill.test.ts', 'test/jobs/import/loss.test.ts'],
  },
  {
    subject: 'operations that are small and dear',
    bars: ['bombs', 'neighbour'],
    tests: ['test/server/graphql/price/document-size.test.ts', 'test/e2e/call-limit.test.ts'],
  },
  {
    subject: 'storms of requests after a 429, and herds',
    bars: ['single-flight', 'budget-days', 'budget-processes'],
    tests: ['test/accesslink/budget/gate.test.ts', 'test/accesslink/breaker.test.ts', 'test/accesslink/retry.test.ts'],
  },
  {
    subject: 'slow clients',
    bars: ['slow-clients'],
    tests: ['test/server/door/slow.test.ts', 'test/server/door/connections.test.ts'],
  },
  {
    subject: 'an AccessLink that hangs, breaks off, drips, or sends what is none',
    bars: ['faults', 'blip'],
    tests: ['test/accesslink/bodies.test.ts', 'test/e2e/failures.test.ts'],
  },
  {
    subject: 'a disk that is full, a store that is locked or gone',
    bars: ['store', 'disk'],
    tests: ['test/e2e/store-hangs.test.ts', 'test/store/guard.test.ts', 'test/store/engines/driver-errors.test.ts'],
  },
  {
    subject: 'dates, time zones and clocks',
    bars: ['differential', 'clock'],
    tests: [
      'test/loading/readers/local-days.test.ts',
      'test/domain/nights/clock-times.test.ts',
      'test/loading/cache/contradicted.test.ts',
    ],
  },
  {
    subject: 'data that are left after erasure',
    bars: ['erasure'],
    tests: ['test/e2e/disconnect.test.ts', 'test/store/contract/erasure.ts'],
  },
  {
    subject: 'memory and descriptors that are not given back',
    bars: ['load'],
    tests: ['test/server/hang-ups.test.ts'],
  },
];

/** In the order of the list of what version 0.1.0 did not hold. */
export const ONCE_NOT_HELD: readonly Row[] = [
  {
    subject: 'body limits by host, upgrades without a guard',
    bars: ['fuzz'],
    tests: ['test/server/door/target.test.ts'],
  },
  {
    subject: 'documents without a price',
    bars: ['bombs'],
    tests: ['test/server/graphql/price/input-bounds.test.ts', 'test/server/graphql/price/text-scan.test.ts'],
  },
  { subject: 'operations without a bound on calls', bars: ['budget-days'], tests: ['test/e2e/call-limit.test.ts'] },
  {
    subject: 'one queue for everybody',
    bars: ['neighbour', 'budget-neighbour'],
    tests: ['test/accesslink/budget/gate.test.ts', 'test/server/graphql/time-slices.test.ts'],
  },
  {
    subject: 'clients that do not read',
    bars: ['slow-clients', 'stop', 'load'],
    tests: ['test/server/door/slow.test.ts', 'test/server/door/stop.test.ts', 'test/server/http/unsent-bytes.test.ts'],
  },
  {
    subject: 'stored data labelled by what was claimed',
    bars: ['isolation'],
    tests: ['test/server/auth/identity.test.ts', 'test/e2e/disconnect.test.ts'],
  },
  { subject: 'strangers who write to the disk', bars: [], tests: ['test/e2e/sign-in-strangers.test.ts'] },
  {
    subject: 'days erased by a blip, and a clock that was wrong',
    bars: ['faults', 'blip', 'clock'],
    tests: ['test/loading/readers/nothing-is-lost.test.ts', 'test/loading/cache/contradicted.test.ts'],
  },
  {
    subject: 'a store that takes answers down',
    bars: ['store', 'disk'],
    tests: ['test/e2e/store-hangs.test.ts', 'test/server/auth/session-cache.test.ts'],
  },
  {
    subject: 'operation without a log, health or metrics',
    bars: ['secrets'],
    tests: [
      'test/server/observability/log/events.test.ts',
      'test/server/observability/health.test.ts',
      'test/server/observability/metrics/metrics.test.ts',
    ],
  },
  {
    subject: 'duties that begin anew, and clients that do not come back',
    bars: ['stop'],
    tests: ['test/server/door/restart.test.ts', 'test/jobs/scheduler.test.ts'],
  },
  {
    subject: 'headers, profiles and checks at start',
    bars: [],
    tests: ['test/server/door/headers.test.ts', 'test/config-security.test.ts', 'test/server/graphql/profile.test.ts'],
  },
];
