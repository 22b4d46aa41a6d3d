// The client at Polar of gateways under test.

export interface TestClient {
  readonly id: string;
  readonly secret: string;
  /** Where Polar sends people back to. */
  readonly redirectUris?: readonly string[];
}

export const CLIENT: TestClient = { id: 'gateway-client', secret: 'canary-client-secret' };

/** The value of an Authorization header. */
export function basicOf({ id, secret }: TestClient): string {
  return `Basic ${btoa(`${id}:${secret}`)}`;
}
