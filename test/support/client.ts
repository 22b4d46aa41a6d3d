// The client at Polar of gateways under test.

export const CLIENT = { id: 'gateway-client', secret: 'canary-client-secret' };

/** The value of an Authorization header. */
export function basicOf({ id, secret }: typeof CLIENT): string {
  return `Basic ${btoa(`${id}:${secret}`)}`;
}
