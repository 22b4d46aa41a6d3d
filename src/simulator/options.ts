// The options of a simulator.
import type { ClientOptions } from './client.ts';
import type { Dialect } from './dialects/spelling.ts';

/** All optional. */
export interface SimulatorOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  /** Default `live`. */
  dialect?: Dialect;
  /** Decides the data of everybody. Default 1. */
  seed?: number;
  /** Epoch milliseconds; default `Date.now`. */
  now?: () => number;
  /** Whether the control API is served under `/control`. Default false. */
  control?: boolean;
  /** Requests per 15 minutes and per 24 hours; default 500 + 20n and 5000 + 100n with n registered people at the start. */
  limits?: { short: number; long: number };
  /** The partner's client; each option has a default. */
  client?: Partial<ClientOptions>;
}
