// The context of an operation's resolvers: what few operations need is made when it is asked for.
import type { IsoDate } from '../../calendar.ts';
import type { Context, PartnerCaller } from '../../domain/context.ts';
import { readCoverage } from '../../domain/cached-coverage.ts';
import type { Loaders } from '../../domain/loaders.ts';
import type { LoadContext } from '../../loading/context.ts';
import type { Reads } from '../../loading/reads.ts';
import { type OperationStats, warn } from '../../loading/stats.ts';
import { accountFor } from '../auth/account.ts';
import type { Caller } from '../auth/caller.ts';
import type { AuthenticationRequest } from '../auth/credentials.ts';
import type { Identity } from '../auth/identity.ts';
import type { SharedServices } from './shared-services.ts';
import type { PreparedOperation } from './prepared-operation.ts';
import type { Sending } from './sending.ts';
import type { ViewerOperation } from './viewer-services.ts';

export interface ContextOptions {
  readonly shared: SharedServices;
  readonly request: AuthenticationRequest;
  readonly caller: Caller | null;
  /** Why there is no caller. */
  readonly failure: unknown;
  readonly signedIn: Identity['signedIn'];
  readonly partner: PartnerCaller | null;
  readonly sending: Sending;
  /** What imports send with, and count. */
  readonly importing: () => ViewerOperation;
  readonly loadContext: LoadContext;
  readonly loaders: Loaders;
  readonly reads: Reads;
  readonly stats: OperationStats;
  readonly nightParts: PreparedOperation['nightParts'];
  readonly nightDayParts: PreparedOperation['nightDayParts'];
  readonly expectedDates: Set<IsoDate>;
  readonly rateLimit: Context['rateLimit'];
}

/**
 * Whether a result that a member of the context had a part in may be remembered: it stands on records of the cache, whose
 * freshness is recorded, and on nothing else. Everything else is true at one moment only.
 */
export const REMEMBERED = {
  viewer: true,
  loaders: true,
  reads: true,
  warn: true,
  nightParts: true,
  nightDayParts: true,
  models: true,
  expectDates: true,
  today: true,
  calendar: true,
  partner: false,
  account: false,
  forget: false,
  subscribe: false,
  coverage: false,
  imports: false,
  linkTo: false,
  rateLimit: false,
} as const satisfies Record<keyof Context, boolean>;

/**
 * Whatever is not to be remembered ends the freshness of the result when it is called. No accessors: each object literal with
 * some has a hidden class of its own, in the old generation, and all of its operation would be garbage of that generation.
 */
export function createContext(options: ContextOptions): Context {
  const { shared, caller, signedIn, partner, sending, loadContext, loaders, reads, stats } = options;
  const momentary = <T>(value: T): T => {
    stats.freshness.include(0);
    return value;
  };
  const services = lazily(() => shared.viewerServices(options.importing()));
  return {
    viewer: () => viewerOf(options),
    loaders,
    reads,
    warn: (warning) => warn(stats, warning),
    nightParts: options.nightParts,
    nightDayParts: options.nightDayParts,
    models: shared.models,
    expectDates: (dates) => dates.forEach((date) => options.expectedDates.add(date)),
    today: loadContext.today,
    calendar: loadContext.clock.calendar,
    partner: () => momentary(partner && shared.partnerFor(partner, sending)),
    coverage: (dates) => readCoverage(dates, momentary(loadContext)),
    rateLimit: () => momentary(options.rateLimit()),
    account: () => momentary(signedIn && accountFor(signedIn, sending)),
    forget: () => momentary(shared.forgetFor({ ...sending, caller, signedIn, send: loadContext.send })),
    subscribe: (filter) => momentary(shared.subscribeFor(options.request))(filter),
    imports: () => momentary(services()).imports,
    linkTo: (file) => momentary(services()).linkTo(file),
  };
}

function viewerOf({ caller, failure }: ContextOptions): ReturnType<Context['viewer']> {
  if (caller) return caller.viewer;
  throw failure;
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
