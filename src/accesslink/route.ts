// The route of a request: its path with a placeholder for everything that is about somebody. What is measured, traced and
// counted by route has a bounded number of them, and no id and no date in it.
import type { UpstreamRequest } from './upstream.ts';

/** The segments of the paths that this client builds, but for ids, dates and numbers. */
const SEGMENTS: ReadonlySet<string> = new Set(
  `v2 v3 users physical-info nightly-recharge sleep available continuous-heart-rate cardio-load date period days months
  activities samples sleepwise alertness circadian-bedtime biosensing bodytemperature skintemperature skincontacts ecg
  spo2 exercises fit tcx gpx heart-rate-zones step-samples zone-samples physical-information-transactions
  physical-informations activity-transactions exercise-transactions notifications webhooks activate deactivate
  oauth2 token authorization`
    .trim()
    .split(/\s+/),
);

/** What a path's segments are about, where they name no resource of their own. */
const UNSAID: ReadonlySet<string> = new Set(['v2', 'v3', 'date']);

/** The route of a path: `/v3/users/sleep/{date}`. */
export function routeOf(path: string): string {
  const [withoutQuery = ''] = path.split('?');
  return withoutQuery.split('/').map(placeholderFor).join('/').replace(/\/$/, '');
}

function placeholderFor(segment: string): string {
  if (segment === '' || SEGMENTS.has(segment)) return segment;
  if (/^\d{4}-\d\d-\d\d$/.test(segment)) return '{date}';
  return /^\d+$/.test(segment) ? '{number}' : '{id}';
}

/** The resource of a request as metrics name it: `sleep`, `activities-samples`, `exercises-fit`, `oauth2-token`. */
export function resourceOf({ path }: Pick<UpstreamRequest, 'path'>): string {
  const words = routeOf(path)
    .split('/')
    .filter((segment) => segment !== '' && !segment.startsWith('{') && !UNSAID.has(segment));
  const own = words[0] === 'users' && words.length > 1 ? words.slice(1) : words;
  return own.join('-') || 'other';
}
