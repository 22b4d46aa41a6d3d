// Logging by allow-list: what is logged is built here, so that no token and no health value can reach it.
import { pino } from 'pino';
import type { Warning } from '../../jobs/start.ts';

/** What this server has to say. */
export interface Log {
  readonly started: (url: string, mode: string) => void;
  readonly stopped: () => void;
  /** A failure that nobody expected: its kind and where it arose, not its message, which may hold data. */
  readonly unexpected: (failure: unknown) => void;
  /** Something that whoever runs this server may want to know, with the kind of failure behind it. */
  readonly warn: (notice: Warning, failure?: unknown) => void;
}

/** A log on standard output, one JSON object a line. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null });
  return {
    started: (url, mode) => logger.info({ url, mode }, 'listening'),
    stopped: () => logger.info('stopped'),
    unexpected: (failure) => logger.error(describe(failure), 'unexpected failure'),
    warn: (notice, failure) => logger.warn(failure === undefined ? {} : describe(failure), notice),
  };
}

function describe(failure: unknown): object {
  if (!(failure instanceof Error)) return { kind: typeof failure };
  return { kind: failure.constructor.name, at: framesOf(failure) };
}

/** The stack behind the message, which stands before it and may have lines that look like frames. */
function framesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start === -1) return [];
  const lines = stack.slice(start + message.length).split('\n');
  return lines.map((line) => line.trim()).filter((line) => /^at .+:\d+:\d+\)?$/.test(line));
}
