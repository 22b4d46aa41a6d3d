// A breaker: an upstream that fails again and again is left alone for a while, then tried with one request.
import { type Circuit, type CircuitOptions, createCircuit, MAX_FAILURES } from './circuit.ts';
import { AccessLinkError } from './errors.ts';
import { labelOf } from './response-errors.ts';
import { routeOf } from './route.ts';
import type { UpstreamRequest } from './upstream.ts';

/** The breaker of one upstream. */
export interface UpstreamBreaker {
  /** Wraps a transport to that upstream. */
  protect<Reply>(send: Send<Reply>): Send<Reply>;
  /** Milliseconds until a request may be sent again; 0: now. */
  waitMs(): number;
}

/** A breaker has opened, or is closed again: for all requests, or for those of one route. */
export interface BreakerChange {
  readonly route: string | null;
  readonly isOpen: boolean;
}

export interface BreakerOptions extends Omit<CircuitOptions, 'onChange'> {
  readonly onChange?: (change: BreakerChange) => void;
}

type Send<Reply> = (request: UpstreamRequest) => Promise<Reply>;

/** So many routes that fail are not a matter of one of them. */
const MANY_ROUTES = 3;

/**
 * Closed, until requests have failed several times in a row with `unavailable` or `timeout`; any other outcome, a rejection
 * of one person's request too, shows that the upstream is there. While it is open requests fail with `unavailable` and are
 * not sent. Then one request is tried: it closes the breaker, or opens it for twice as long. Statuses from 500 on of one or
 * two routes open it for these alone: the others may be well.
 */
export function createBreaker({ onChange = () => {}, ...options }: BreakerOptions): UpstreamBreaker {
  const all = createCircuit({ ...options, onChange: (isOpen) => onChange({ route: null, isOpen }) });
  const routes = createRouteCircuits(options, onChange);
  const failing = createFailingRoutes();
  let last: AccessLinkError | null = null;
  const settle = (route: string, failure: unknown) => {
    if (failure instanceof AccessLinkError && !failure.isSent) return;
    if (!isDown(failure)) {
      failing.clear();
      return [all, routes.of(route)].forEach((circuit) => circuit.succeed());
    }
    last = failure;
    routes.of(route).fail(true);
    all.fail(failing.add(route, failure));
  };
  return {
    waitMs: () => Math.max(all.waitMs(), routes.waitMs()),
    protect: (send) => async (request) => {
      const route = routeOf(request.path);
      const circuits = [all, routes.of(route)];
      const waitMs = Math.max(...circuits.map((circuit) => circuit.waitMs()));
      if (waitMs > 0) throw unavailable(request, last, waitMs);
      const ends = circuits.map((circuit) => circuit.begin());
      try {
        const reply = await send(request);
        settle(route, null);
        return reply;
      } catch (failure) {
        settle(route, failure);
        throw failure;
      } finally {
        for (const end of ends) end();
      }
    },
  };
}

function createRouteCircuits(options: CircuitOptions, onChange: (change: BreakerChange) => void) {
  const circuits = new Map<string, Circuit>();
  return {
    of: (route: string): Circuit => {
      const circuit =
        circuits.get(route) ?? createCircuit({ ...options, onChange: (isOpen) => onChange({ route, isOpen }) });
      circuits.set(route, circuit);
      return circuit;
    },
    waitMs: () => Math.max(0, ...[...circuits.values()].map((circuit) => circuit.waitMs())),
  };
}

/** The routes that have failed in a row. */
function createFailingRoutes() {
  const routes = new Set<string>();
  let unanswered = 0;
  return {
    /** Whether they are many, or nothing is answered any more. */
    add: (route: string, { status }: AccessLinkError): boolean => {
      routes.add(route);
      if (status === null) unanswered += 1;
      return unanswered >= MAX_FAILURES || routes.size >= MANY_ROUTES;
    },
    clear: () => {
      routes.clear();
      unanswered = 0;
    },
  };
}

function isDown(failure: unknown): failure is AccessLinkError {
  return failure instanceof AccessLinkError && failure.isSent && ['unavailable', 'timeout'].includes(failure.code);
}

/** What the upstream said when it failed last is still its reason: one cause for all who meet it. */
function unavailable(request: UpstreamRequest, last: AccessLinkError | null, waitMs: number): AccessLinkError {
  const label = labelOf(request);
  return new AccessLinkError('unavailable', `Cannot send ${label}: the server has failed several times in a row`, {
    label,
    isSent: false,
    upstream: last?.upstream ?? null,
    problem: last?.problem ?? null,
    ...(last === null || last.status === null ? {} : { status: last.status }),
    retryAfterSeconds: Math.ceil(waitMs / 1000),
  });
}
