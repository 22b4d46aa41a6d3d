// Logging by allow-list: what is logged is built here, so that no token and no health value can reach it.
import { pino } from 'pino';

/** What this server has to say. */
export interface Log {
  started(url: string, mode: string): void;
  stopped(): void;
  /** A failure that nobody expected: its kind and where it arose, not its message, which may hold data. */
  unexpected(failure: unknown): void;
}

/** A log on standard output, one JSON object a line. */
export function createLog(level: string): Log {
  const logger = pino({ level, base: null });
  return {
    started: (url, mode) => logger.info({ url, mode }, 'listening'),
    stopped: () => logger.info('stopped'),
    unexpected: (failure) => logger.error(describe(failure), 'unexpected failure'),
  };
}

function describe(failure: unknown): object {
  if (!(failure instanceof Error)) return { kind: typeof failure };
  const frames = (failure.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: failure.name, at: frames.map((line) => line.trim()) };
}
