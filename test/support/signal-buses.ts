// Buses between stores of one test, as between the workers of a machine: what one sends, all others receive.
import { createEmitter, type Emitter } from '../../src/store/engines/signal-emitter.ts';
import type { SignalBus } from '../../src/store/contract/signals.ts';

/** Buses that are connected with each other. */
export function connectedBuses(count: number): SignalBus[] {
  const emitters: Emitter[] = Array.from({ length: count }, createEmitter);
  return emitters.map((own) => ({
    send: (signal) => emitters.filter((other) => other !== own).forEach((other) => other.emit(signal)),
    listen: own.listen,
  }));
}
