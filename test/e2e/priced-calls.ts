// What an operation is said to cost in calls, and the calls that it sends when nothing is held.
import type { Simulator } from '../../src/simulator/simulator.ts';
import { type AskOptions, type Gateway, headersOf, startGateway } from '../support/gateway.ts';

const PLAN = { 'accesslink-plan': 'only' };

/** Both prices are undefined when the operation is not run at all. */
export interface PricedCalls {
  readonly maximumCalls?: number | null;
  readonly ordinaryCalls?: number | null;
  /** What AccessLink has received. */
  readonly sent: number;
  /** What the answer says was sent. */
  readonly stated: number;
}

export interface PricedOptions extends AskOptions {
  /** As the app takes it: -1 pauses an operation at every field. */
  readonly sliceMs?: number;
}

/** Asks a new gateway for a plan, and then for the answer, as the first person unless the headers say otherwise. */
export async function pricedCalls(
  simulator: Simulator,
  query: string,
  { sliceMs, ...asked }: PricedOptions = {},
): Promise<PricedCalls> {
  const gateway = await coldGateway(simulator, sliceMs);
  const headers = { ...headersOf(simulator, 0), ...asked.headers };
  const { extensions: planned } = await gateway.ask(query, { ...asked, headers: { ...headers, ...PLAN } });
  if (simulator.requests.length > 0) throw new Error(`Cannot price ${query}: its plan or what came before it was sent`);
  const { extensions } = await gateway.ask(query, { ...asked, headers });
  const sent = simulator.requests.length;
  await gateway.close();
  simulator.clearRequests();
  return { ...planned.accesslink.cost, sent, stated: extensions.accesslink.calls };
}

/** A gateway that holds nothing yet, over a simulator that lives longer. */
export function coldGateway(simulator: Simulator, sliceMs?: number): Promise<Gateway> {
  const timing = sliceMs === undefined ? {} : { timing: { sliceMs } };
  return startGateway({ app: { accessLinkUrl: simulator.url, ...timing } });
}
