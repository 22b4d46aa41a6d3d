// The log: every field of a line is chosen here, so that no token and no health value can reach it.
import { pino } from 'pino';
import type { AccessLinkError } from '../../accesslink/errors.ts';
import type { Warning } from '../../jobs/start.ts';
import { upstreamFields } from './upstream-log.ts';

export interface Log {
  readonly started: (url: string, mode: string) => void;
  readonly stopped: () => void;
  /** A bug or an outage: logged with its class and stack, without its message, which may contain data. */
  readonly unexpected: (failure: unknown) => void;
  /** Something the operator may want to know, with the class of the failure that caused it. */
  readonly warn: (warning: Warning, failure?: unknown) => void;
  /** A failure of AccessLink or of Polar's OAuth: which request, with which status, and why. */
  readonly upstream: (failure: AccessLinkError) => void;
}

/** A log on standard output, one JSON object a line. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null });
  return {
    started: (url, mode) => logger.info({ url, mode }, 'listening'),
    stopped: () => logger.info('stopped'),
    unexpected: (failure) => logger.error(describe(failure), 'unexpected failure'),
    warn: (warning, failure) => logger.warn(failure === undefined ? {} : describe(failure), warning),
    upstream: (failure) => logger.warn(upstreamFields(failure), 'AccessLink failed'),
  };
}

function describe(failure: unknown): object {
  if (!(failure instanceof Error)) return { kind: typeof failure };
  return { kind: failure.constructor.name, at: framesOf(failure) };
}

/** The frames that follow the message in the stack; the message itself may have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start === -1) return [];
  const lines = stack.slice(start + message.length).split('\n');
  return lines.map((line) => line.trim()).filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
}
