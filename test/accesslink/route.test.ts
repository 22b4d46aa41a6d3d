// The route and the resource of a request, by which calls are measured, traced and counted in the log.
import { describe, expect, it } from 'vitest';
import { resourceOf, routeOf } from '../../src/accesslink/route.ts';
import { catalogOf } from './catalog.ts';

describe('a route', () => {
  it.each([
    ['/v3/users/sleep/2026-11-20', '/v3/users/sleep/{date}', 'sleep'],
    ['/v3/users/47110001', '/v3/users/{number}', 'users'],
    ['/v3/users', '/v3/users', 'users'],
    [
      '/v3/users/activities/samples/?from=2026-11-01&to=2026-11-02',
      '/v3/users/activities/samples',
      'activities-samples',
    ],
    ['/v3/users/cardio-load/period/days/150', '/v3/users/cardio-load/period/days/{number}', 'cardio-load-period-days'],
    ['/v3/exercises/abc/gpx?includePauseTimes=true', '/v3/exercises/{id}/gpx', 'exercises-gpx'],
    [
      '/v3/users/47110001/exercise-transactions/12/exercises/34/heart-rate-zones',
      '/v3/users/{number}/exercise-transactions/{number}/exercises/{number}/heart-rate-zones',
      'exercise-transactions-exercises-heart-rate-zones',
    ],
    ['/v2/oauth2/token', '/v2/oauth2/token', 'oauth2-token'],
    ['/Aino/canary', '/{id}/{id}', 'other'],
  ])('of %s is %s', (path, route, resource) => {
    expect([routeOf(path), resourceOf({ path })]).toEqual([route, resource]);
  });

  it('has a placeholder for nothing but ids, dates and numbers, in every read of a user', () => {
    const withId = catalogOf('47110001', 'abc').filter(({ read }) => routeOf(read.path).includes('{id}'));
    expect(new Set(withId.map(({ operation }) => operation))).toEqual(new Set(['getExercise']));
    const resources = new Set(catalogOf('47110001', 'abc').map(({ read }) => resourceOf(read)));
    expect(resources).not.toContain('other');
    expect(resources.size).toBeGreaterThan(12);
  });
});
