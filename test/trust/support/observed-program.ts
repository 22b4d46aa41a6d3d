// The program as a process of its own, whose memory and descriptors are read from outside.
import { readdirSync, readFileSync } from 'node:fs';
import { type Program, startProgram } from '../../server/process.ts';

/** Collects what is garbage at SIGUSR2, and prints what is left. Retains a part of each request where it should leak. */
const OBSERVER = `
import v8 from 'node:v8';
import vm from 'node:vm';
import http from 'node:http';
v8.setFlagsFromString('--expose_gc');
const collect = vm.runInNewContext('gc');
process.on('SIGUSR2', () => {
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write('settled ' + (heapUsed + external) + '\\n');
});
const retained = [];
if (process.env.LEAK) {
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (event, ...rest) {
    if (event === 'request') retained.push(Buffer.alloc(20_000, 1));
    return emit.call(this, event, ...rest);
  };
}`;

export interface Observation {
  /** Bytes that are in use after garbage is collected. */
  readonly settledBytes: number;
  /** The most that the process has taken of memory since it began, at whatever moment. */
  readonly peakRssBytes: number;
  readonly descriptors: number;
}

export interface ObservedProgram extends Program {
  observe(): Promise<Observation>;
}

/** Starts `script` with these variables; `leaks` makes it retain a part of each request. */
export function startObservedProgram(
  script: string,
  variables: Readonly<Record<string, string>>,
  leaks: boolean,
): ObservedProgram {
  const observer = `data:text/javascript,${encodeURIComponent(OBSERVER)}`;
  const options = { NODE_OPTIONS: `--import ${JSON.stringify(observer)}`, ...(leaks && { LEAK: '1' }) };
  const program = startProgram({ ...variables, ...options }, script);
  const { child } = program;
  const observe = async (): Promise<Observation> => {
    const settled = new Promise<number>((resolve) => {
      const read = (chunk: Buffer) => {
        const bytes = /settled (\d+)/.exec(String(chunk))?.[1];
        if (bytes === undefined) return;
        child.stderr?.off('data', read);
        resolve(Number(bytes));
      };
      child.stderr?.on('data', read);
    });
    child.kill('SIGUSR2');
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return {
      settledBytes: await settled,
      peakRssBytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) * 1024,
      descriptors: readdirSync(`/proc/${child.pid}/fd`).length,
    };
  };
  return { ...program, observe };
}
