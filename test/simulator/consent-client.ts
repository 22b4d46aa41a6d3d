// The consent page of the simulator, used without a browser.
import type { Simulator } from '../../src/simulator/simulator.ts';

export const CALLBACK = 'http://localhost:4000/auth/callback';

type Fields = Readonly<Record<string, string | null>>;

/** A complete request of the default client with some of its parameters changed, or removed with null. */
export function authorizationPath(changes: Fields): string {
  const defaults = { response_type: 'code', client_id: 'simulator-client', redirect_uri: CALLBACK };
  return `/oauth2/authorization?${formOf({ ...defaults, ...changes })}`;
}

/** The location of the redirect after the form is posted. */
export async function signIn(
  sim: Simulator,
  { userId, decision = 'accept', ...changes }: { userId: string; decision?: string; state?: string },
): Promise<URL> {
  const page = await (await unfollowed(sim, authorizationPath(changes))).text();
  const hidden = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
  const fields = hidden.map(([, name = '', value = '']) => [name, unescaped(value)] as const);
  const form = formOf({ ...Object.fromEntries(fields), user_id: userId, decision });
  const response = await unfollowed(sim, '/oauth2/authorization', { method: 'POST', body: form });
  return new URL(response.headers.get('location') ?? `about:${response.status}`);
}

export async function askToken(
  sim: Simulator,
  changes: Fields,
  authorization = basic('simulator-client', 'simulator-secret'),
): Promise<{ status: number; text: string; json: unknown }> {
  const body = formOf({ grant_type: 'authorization_code', redirect_uri: CALLBACK, ...changes });
  const response = await unfollowed(sim, '/v2/oauth2/token', { method: 'POST', body, headers: { authorization } });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text) };
}

export function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

export function unfollowed(sim: Simulator, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(sim.url + path, { redirect: 'manual', ...init });
}

function formOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
