// Starts the program with the limits of memory that are taken at the start of a process only (docs/decisions/memory.md).
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

/**
 * Semi-spaces of 8 MiB, not of 64, and nothing is made in the old generation at once, where it would be garbage with all that it
 * refers to. How much the old generation may grow is set while the program runs (`heap-growth.ts`). Nothing is collected because
 * nobody asks: answers after a pause would cost up to twice as much (docs/decisions/memory.md).
 */
const FLAGS = ['--max-semi-space-size=8', '--no-allocation-site-pretenuring', '--no-memory-reducer'];
/** Threads share two arenas of the C library, which gives back what was freed in them. */
const VARIABLES = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };

/** Set by `npm start`, with the others: the demo collects nothing while it starts, and need not start a second time. */
const START_FLAG = '--min-semi-space-size=8';

const { execArgv, env } = process;
const isDemo = !env['ACCESSLINK_URL'];
const isSet = execArgv.includes(START_FLAG) ? isDemo : FLAGS.every((flag) => execArgv.includes(flag));
/** Windows cannot; and `node --watch` hears from its process what to watch, by a channel that would be closed. */
const canReplace = process.execve !== undefined && !process.connected;

if (isSet || !canReplace) {
  // What a start leaves behind does not make the young generation grow. With 2 it does, as V8 lets it by itself.
  setFlagsFromString('--semi-space-growth-factor=1');
  const { startProgram } = await import('./program.ts');
  await startProgram();
  setFlagsFromString('--semi-space-growth-factor=2');
} else {
  const script = fileURLToPath(import.meta.url);
  const others = execArgv.filter((flag) => flag !== START_FLAG && !FLAGS.includes(flag));
  // The process stays the same one: its number, its parent, what it has open. Flags that somebody has set come last and win.
  const args = [process.execPath, ...FLAGS, ...others, script, ...process.argv.slice(2)];
  process.execve?.(process.execPath, args, { ...VARIABLES, ...env });
}
