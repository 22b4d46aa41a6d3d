// What a request carries: its body, and the headers that say what that is.
import type { UpstreamRequest } from './upstream.ts';

/** JSON, a form, or nothing. */
export function contentOf({ json, form }: UpstreamRequest) {
  if (json !== undefined) return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  if (form === undefined) return { body: null, headers: {} };
  return {
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}
