// Changes of the webhook that AccessLink refuses: the partner reads why, and under which id Polar finds it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WebhookGateway, startWebhookGateway } from '../support/delivering.ts';
import { PAYLOAD, type WebhookDesk, webhookDesk } from '../support/partner.ts';

const PING = {
  error: {
    timestamp: '2026-01-31T12:01:45.963',
    status: 400,
    error_type: 'WebhookPingFailedException',
    message: 'Ping failed to URL https://gateway.example/webhooks/polar. Response code was [404]',
    corr_id: 'ec1122c7-0000-4467',
  },
};
const EVENTS = { status: 400, errorType: 'bad_request', message: 'Unknown event type', corrId: 'c-8' };

let gateway: WebhookGateway;
let desk: WebhookDesk;
beforeEach(async () => {
  gateway = await startWebhookGateway();
  desk = webhookDesk(gateway);
});
afterEach(() => gateway.close());

const URL_INPUT = 'url: "https://gateway.example/webhooks/polar"';
const firstErrorOf = async (mutation: string) => (await desk.change(mutation))?.userErrors[0];

describe('a refused change of the webhook', () => {
  it('says that the PING failed, with the id and the remedy', async () => {
    await desk.create();
    gateway.simulator.addFault({ kind: 'status', status: 400, path: '/v3/webhooks/', json: PING });
    const error = await firstErrorOf(`updateWebhook(input: { ${URL_INPUT} })`);
    expect(error).toEqual({
      code: 'REFUSED',
      message: expect.stringContaining('Response code was [404]. Correlation id: ec1122c7-0000-4467. It sends a PING'),
      field: ['input', 'url'],
    });
  });

  it.each([
    ['updateWebhook(input: { events: [SLEEP] })', PING, null],
    ['updateWebhook(input: { events: [SLEEP] })', EVENTS, ['input', 'events']],
    [`updateWebhook(input: { events: [SLEEP], ${URL_INPUT} })`, EVENTS, ['input', 'events']],
    [`updateWebhook(input: { events: [SLEEP], ${URL_INPUT} })`, PING, ['input', 'url']],
    ['activateWebhook', PING, null],
    ['deactivateWebhook', EVENTS, null],
    ['deleteWebhook', EVENTS, null],
  ])('%s has the reason, and the field to blame', async (mutation, json, field) => {
    await desk.create();
    gateway.simulator.addFault({ kind: 'status', status: 400, path: '/v3/webhooks/', json });
    desk.upstream();
    const payload = await desk.change(mutation);
    const said = 'error' in json ? 'Ping failed to URL' : 'AccessLink says: Unknown event type. Correlation id: c-8';
    expect(payload).toMatchObject({
      webhook: { existsAtAccessLink: true, hasSigningKey: true },
      userErrors: [{ code: 'REFUSED', message: expect.stringContaining(said), field }],
    });
    expect(desk.upstream().filter((request) => !request.startsWith('GET'))).toHaveLength(1);
  });

  it.each([403, 409, 418, 422])('with the status %i is a user error too', async (status) => {
    await desk.create();
    gateway.simulator.addFault({ kind: 'status', status, path: '/v3/webhooks/', json: EVENTS });
    expect(await firstErrorOf('activateWebhook')).toMatchObject({ code: 'REFUSED', field: null });
  });

  it.each([
    [301, 'UPSTREAM_INVALID'],
    [401, 'REAUTHENTICATE'],
    [429, 'RATE_LIMITED'],
    [500, 'UPSTREAM_UNAVAILABLE'],
  ])('with the status %i is no such answer but a failure', async (status, code) => {
    await desk.create();
    gateway.simulator.addFault({ kind: 'status', status, path: '/v3/webhooks/', json: PING });
    const { errors } = await gateway.partner(`mutation { activateWebhook ${PAYLOAD} }`);
    expect(errors).toMatchObject([{ extensions: { code, upstream: { status, correlationId: 'ec1122c7-0000-4467' } } }]);
  });

  it('names the credentials of the server when these are wrong', async () => {
    gateway.simulator.addFault({ kind: 'status', status: 401, path: '/v3/webhooks' });
    const { errors } = await gateway.partner('{ partner { webhook { url } } }');
    expect(errors?.[0]?.message).toContain('POLAR_CLIENT_SECRET');
  });
});

describe('a refused creation', () => {
  it('for the PING is not repeated with fewer types', async () => {
    const payload = await desk.create('{ url: "http://127.0.0.1:1/" }');
    expect(payload?.userErrors[0]?.message).toMatch(/AccessLink says: Cannot use the url.*Correlation id: simulator-/);
    expect(desk.upstream().filter((request) => request.startsWith('POST'))).toHaveLength(1);
  });
});
