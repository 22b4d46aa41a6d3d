// The control API over HTTP.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readJson } from './request-body.ts';
import { DATA_ACTIONS, type ControlAction } from './control-data.ts';
import { autoConsentFrom, clockFrom, dialectFrom, faultFrom, limitsFrom } from './control-bodies.ts';
import type { ControlApi } from './control-api.ts';

const ACTIONS: Readonly<Record<string, ControlAction>> = {
  ...DATA_ACTIONS,
  'GET /control/requests': (simulator) => simulator.requests,
  'DELETE /control/requests': (simulator) => simulator.clearRequests(),
  'PUT /control/clock': (simulator, body) => simulator.setClock(clockFrom(body)),
  'PUT /control/dialect': (simulator, body) => simulator.setDialect(dialectFrom(body)),
  'POST /control/faults': (simulator, body) => simulator.addFault(faultFrom(body)),
  'DELETE /control/faults': (simulator) => simulator.clearFaults(),
  'PUT /control/auto-consent': (simulator, body) => simulator.setAutoConsent(autoConsentFrom(body)),
  'PUT /control/limits': (simulator, body) => simulator.setLimits(limitsFrom(body)),
};

/** Whether a request is one of the control API. */
export function isControlRequest(request: IncomingMessage): boolean {
  return pathOf(request).startsWith('/control/');
}

/** Responds with 200 and a result, 204 when there is none, 400 and a message when the body is invalid, 404 for another path. */
export async function handleControl(
  simulator: ControlApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const action = ACTIONS[`${request.method} ${pathOf(request)}`];
  if (!action) return reply(response, 404, { message: `Cannot find it: there are ${Object.keys(ACTIONS).join(', ')}` });
  try {
    const result = await action(simulator, await readJson(request));
    reply(response, result === undefined ? 204 : 200, result);
  } catch (error) {
    reply(response, 400, { message: error instanceof Error ? error.message : String(error) });
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').replace(/\?.*$/, '');
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
