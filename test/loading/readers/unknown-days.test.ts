// A list without dates makes its days known by day, and takes nothing from days that are known.
import { expect, it } from 'vitest';
import { activityResource, recentActivityResource } from '../../../src/domain/activity/loader.ts';
import { LIST_KEY } from '../../../src/loading/cache/keys.ts';
import { createKeyedReader } from '../../../src/loading/readers/keyed-reader.ts';
import { activityOf, createWorld, DAY, daysAgo, MINUTE, stepsOf } from '../support.ts';

const { name } = activityResource;
const flags = { [name]: ['steps'], [recentActivityResource.name]: [] };

it('days of which there was nothing are requested again once the list has them', async () => {
  const world = createWorld(() => undefined);
  await stepsOf([daysAgo(40)], world.context({ flags }));
  world.answers = (path) =>
    path === '/v3/users/activities' ? [activityOf(daysAgo(40), 7)] : activityOf(daysAgo(40), 8);
  world.paths();
  await createKeyedReader(recentActivityResource, world.context({ flags }))([LIST_KEY]);
  expect(await stepsOf([daysAgo(40)], world.context({ flags }))).toEqual([[8]]);
  expect(world.paths()).toEqual(['/v3/users/activities', `/v3/users/activities/${daysAgo(40)}?steps=true`]);
  expect(await stepsOf([daysAgo(40)], world.context())).toEqual([[8]]);
  expect(world.paths()).toEqual([]);
});

it('what is known of a day stays, and what the list had stays when AccessLink has it no more', async () => {
  const world = createWorld((path) =>
    path === '/v3/users/activities' ? [3, 4].map((age) => activityOf(daysAgo(age), 7)) : activityOf(daysAgo(3), 8),
  );
  await stepsOf([daysAgo(3)], world.context());
  await createKeyedReader(recentActivityResource, world.context())([LIST_KEY]);
  expect(await stepsOf([daysAgo(3)], world.context())).toEqual([[8]]);
  expect(world.paths()).toEqual([`/v3/users/activities/${daysAgo(3)}`, '/v3/users/activities']);
  world.answers = () => undefined;
  world.now += 60 * DAY;
  await createKeyedReader(recentActivityResource, world.context())([LIST_KEY]);
  world.now += 6 * MINUTE;
  expect(await stepsOf([daysAgo(4)], world.context())).toEqual([[7]]);
  expect(world.paths()).toEqual(['/v3/users/activities', `/v3/users/activities/${daysAgo(4)}`]);
});
