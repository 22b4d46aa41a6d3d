// Runs within the gateway when a row asks for it: at SIGUSR2 it prints the longest stall of the event loop since the last time,
// and what is in use after garbage is collected.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const resolution = 5;
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  process.on('SIGUSR2', () => {
    // A timer that is on time fires after the resolution.
    const stallMs = Math.max(0, delays.max / 1e6 - resolution);
    collect();
    collect();
    const { heapUsed, external } = process.memoryUsage();
    process.stderr.write(`observed ${JSON.stringify({ settledBytes: heapUsed + external, stallMs })}\n`);
    // What collecting took is not counted: the histogram begins anew when the loop has turned.
    setTimeout(() => delays.reset(), 3 * resolution);
  });
}
