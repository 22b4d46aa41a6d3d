// An app whose answers a test writes, behind the real socket.
import { createYoga } from 'graphql-yoga';
import { onTestFinished } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import type { Identify } from '../../../src/server/auth/identity.ts';
import { createDoor } from '../../../src/server/door.ts';
import { createUnsentBytes, type UnsentLimits } from '../../../src/server/http/unsent-bytes.ts';
import { type Listening, type ListenOptions, listen } from '../../../src/server/listen.ts';
import { systemClock } from '../../../src/system-clock.ts';

/** What Yoga answers with: it keeps a text as a text. */
const { Response: YogaResponse } = createYoga({
  schema: async () => Promise.reject(new Error('There is none')),
}).fetchAPI;
const nobody: Identify = () => Promise.reject(new Error('Nobody asks who it is'));

export interface StubOptions extends Partial<ListenOptions> {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly unsent?: UnsentLimits;
  /** Whether no guard rejects a body, however long or odd its headers are. */
  readonly isUnguarded?: boolean;
  readonly endSubscriptions?: () => void;
}

/** Serves an app until the test is over. */
export async function serveStub({
  fetch,
  unsent,
  endSubscriptions,
  isUnguarded = false,
  ...options
}: StubOptions): Promise<Listening & { readonly app: App }> {
  const app: App = {
    ...createDoor(nobody, null).door,
    ...(isUnguarded && { bodyRuleOf: () => ({ maxBytes: Infinity, isUnknownLengthAllowed: true }) }),
    unsent: createUnsentBytes(unsent),
    fetch,
    ordinary: () => null,
    upgrade: ({ socket }) => void socket.destroy(),
    cachedBytes: () => 0,
    endSubscriptions: endSubscriptions ?? (() => {}),
    close: async () => {},
  };
  const server = await listen(app, { host: '127.0.0.1', port: 0, clock: systemClock, deadlineMs: 200, ...options });
  onTestFinished(() => server.close());
  return { ...server, app };
}

/** An answer as Yoga gives it. */
export function textAnswer(text: string): Response {
  return new YogaResponse(text, { headers: { 'content-type': 'application/json' } });
}
