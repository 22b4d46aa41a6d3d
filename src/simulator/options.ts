// How a simulator can be set up.
import type { ClientOptions } from './client.ts';
import type { Dialect } from './dialects/spelling.ts';

export interface SimulatorOptions {
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  /** Default `live`. */
  dialect?: Dialect;
  /** Another number, other data. Default 1. */
  seed?: number;
  /** Epoch milliseconds; default `Date.now`. */
  now?: () => number;
  /** Whether it can be steered over HTTP under `/control`. Default false. */
  control?: boolean;
  /** Requests per 15 minutes and per 24 hours; default 500 + 20n and 5000 + 100n with n registered people at the start. */
  limits?: { short: number; long: number };
  /** The partner that asks; what is left out has a default. */
  client?: Partial<ClientOptions>;
}
