// Runs a case: starts AccessLink and the gateway, does the steps one after the other, and collects what does not hold.
import { expect } from 'vitest';
import { type ScriptedUpstream, startScriptedUpstream } from '../scripted-upstream.ts';
import type { CaseInstance, Step } from './case.ts';
import { type CaseClient, createCaseClient, type Got } from './case-client.ts';
import { type CaseGateway, startCaseGateway, startCaseProgram, timeOf } from './case-gateway.ts';
import { failing, valueAt } from './expectations.ts';
import { withoutMacros } from './macros.ts';
import type { ScriptedRequest } from './replies.ts';

const USER = '70000017';
/** For cases in which something is tried again after a while. */
const FAST = 100;
/** How often at most time is advanced while a step is repeated. */
const ATTEMPTS = 20;

/** Runs a case; the expectations that do not hold, with the numbers of their steps. */
export async function runCase(instance: CaseInstance): Promise<string[]> {
  const isLogged = needsLog(instance);
  const now = isLogged ? Date.now : timeOf(instance.time);
  const upstream = await startScriptedUpstream(() => gateway.now());
  const timerSpeed = instance.steps.some(({ withinMs }) => withinMs !== undefined) ? FAST : 1;
  const options = { upstreamUrl: upstream.url, now, timerSpeed };
  const gateway = isLogged ? await startCaseProgram(upstream.url) : await startCaseGateway(options);
  try {
    const { replies, steps } = withoutMacros(instance, { now: now(), user: USER, gateway: gateway.url });
    upstream.answerBy(replies);
    return await doSteps(steps, { upstream, gateway, client: createCaseClient(gateway, USER) });
  } finally {
    await gateway.close();
    await upstream.close();
  }
}

/** Whether a case is about the log, so that it needs the program. */
export function needsLog({ steps }: CaseInstance): boolean {
  return steps.some(({ log }) => log !== undefined);
}

interface Scene {
  readonly upstream: ScriptedUpstream;
  readonly gateway: CaseGateway;
  readonly client: CaseClient;
}

async function doSteps(steps: readonly Step[], scene: Scene): Promise<string[]> {
  const failures: string[] = [];
  let before: unknown;
  for (const [index, step] of steps.entries()) {
    const { got, failed } = await doStep(step, before, scene);
    before = got;
    failures.push(...failed.map((failure) => `step ${index + 1}: ${failure}`));
  }
  return failures;
}

interface Done {
  readonly got: unknown;
  readonly failed: readonly string[];
}

async function doStep(step: Step, before: unknown, scene: Scene): Promise<Done> {
  const { withinMs = 0, expect: expectations = step.log ?? [] } = step;
  const attempt = async (): Promise<Done> => {
    const got = await perform(step, before, scene);
    return { got, failed: failing(expectations, got) };
  };
  let last = await attempt();
  // The log of a program arrives a little later.
  if (step.withinMs === undefined && !step.log) return last;
  let left = last.failed.length > 0 ? ATTEMPTS : 0;
  const again = async () => {
    if (left > 0 && withinMs > 0) scene.gateway.advance(withinMs / ATTEMPTS);
    if (last.failed.length > 0) last = await attempt();
    left -= 1;
    return last.failed;
  };
  // What does not hold in the end is in the result.
  await expect
    .poll(again, { timeout: 3_000, interval: 50 })
    .toEqual([])
    .catch(() => {});
  return last;
}

/** Does a step once. What it got has the requests to AccessLink meanwhile in `requests`. */
async function perform(step: Step, before: unknown, { upstream, gateway, client }: Scene): Promise<unknown> {
  const { asked, waitMs = 0 } = step;
  const requests = () => upstream.requests.map(labelOf);
  const count = upstream.requests.length;
  if (waitMs > 0) gateway.advance(waitMs);
  if (asked !== undefined) await expect.poll(requests).toContain(asked);
  const got = await act(step, before, client);
  return { ...got, requests: requests().slice(count), ...(step.log ? { log: gateway.log() } : {}) };
}

async function act(step: Step, before: unknown, client: CaseClient): Promise<Got | undefined> {
  const { query, open, signIn, deliver } = step;
  if (query !== undefined) return client.query(query, step);
  if (open !== undefined) return client.open(String(valueAt(before, open)));
  if (signIn) return client.signIn(signIn, step);
  return deliver && client.deliver(deliver);
}

function labelOf({ method, path, query }: ScriptedRequest): string {
  return `${method} ${path}${query && '?'}${query}`;
}
