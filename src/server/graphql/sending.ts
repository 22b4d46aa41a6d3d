// How an operation sends requests to AccessLink.
import type { Transport } from '../../accesslink/upstream.ts';

export interface Sending {
  readonly send: Transport;
  /** Nothing is sent: requests are only recorded. */
  readonly isPlan: boolean;
  /** Of the request of the operation, parsed. */
  readonly url: URL;
}
