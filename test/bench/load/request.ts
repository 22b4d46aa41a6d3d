// The bytes of a GraphQL request, made before they are sent.

/** A GraphQL operation of somebody. */
export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** A Bearer token. */
  readonly token: string;
  /** AccessLink's id of whom the token is for. */
  readonly polarUserId?: string;
}

/** Makes the bytes of a POST to an origin's /graphql. */
export type RequestOf = (operation: Operation) => Buffer;

/** For an origin such as `http://127.0.0.1:4000`. */
export function requestsTo(origin: string): RequestOf {
  const { host } = new URL(origin);
  return ({ query, variables, token, polarUserId }) => {
    const body = JSON.stringify({ query, variables });
    const head = [
      'POST /graphql HTTP/1.1',
      `host: ${host}`,
      'content-type: application/json',
      'accept: application/json',
      `authorization: Bearer ${token}`,
      ...(polarUserId === undefined ? [] : [`polar-user-id: ${polarUserId}`]),
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  };
}

/** The bytes of a GET without credentials. */
export function getRequest(origin: string, path: string): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${new URL(origin).host}\r\nauthorization: Bearer probe\r\n\r\n`);
}
