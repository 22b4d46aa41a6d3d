// For a file of each layer: imports that the linter must refuse, and imports that must pass. Written by hand, not derived.
export interface Planted {
  readonly file: string;
  readonly allowed: readonly string[];
  readonly refused: readonly string[];
}

const drivers = ['pg', 'kysely', 'node:sqlite'];
const caches = ['dataloader', 'lru-cache'];
const graphql =
  'graphql graphql/language graphql-yoga ws graphql-ws @graphql-yoga/render-graphiql @graphql-tools/schema'.split(' ');
const shared = ['series/thin.ts', 'duration.ts', 'secret.ts', 'calendar.ts'];
const from = (up: string, ...targets: string[]) => targets.map((target) => up + target);
const above = ['program.ts', 'simulator/simulator.ts', 'server/app.ts', 'config.ts'];

export const borders: readonly Planted[] = [
  {
    file: 'program.ts',
    allowed: [
      'pino',
      ...from('./', 'simulator/simulator.ts', 'server/app.ts', 'config.ts', 'store/records.ts', ...shared),
    ],
    refused: [...graphql, 'undici', ...caches, ...drivers, './generated/graphql.ts'],
  },
  {
    file: 'config.ts',
    allowed: ['zod', './accesslink/budget.ts', ...from('./', ...shared)],
    refused: [
      ...from('./', 'program.ts', 'server/app.ts', 'simulator/simulator.ts'),
      ...graphql,
      'undici',
      'pino',
      ...drivers,
    ],
  },
  {
    file: 'server/app.ts',
    allowed: [...graphql, 'pino', 'node:http', ...from('../', 'config.ts', 'domain/resolvers.ts', 'store/records.ts')],
    refused: [...from('../', 'program.ts', 'simulator/simulator.ts'), 'undici', ...caches, ...drivers],
  },
  {
    file: 'jobs/start.ts',
    allowed: from(
      '../',
      'domain/context.ts',
      'loading/loader.ts',
      'accesslink/retry.ts',
      'store/records.ts',
      ...shared,
    ),
    refused: [
      ...from('../', ...above, 'system-clock.ts', 'generated/graphql.ts'),
      ...graphql,
      'undici',
      ...caches,
      ...drivers,
      'pino',
    ],
  },
  {
    file: 'domain/loaders.ts',
    allowed: ['./days/loader.ts', '../loading/loader.ts', '../generated/appendix.ts', 'type ../generated/graphql.ts'],
    refused: [
      ...from('../', ...above, 'jobs/start.ts', 'system-clock.ts', 'generated/graphql.ts'),
      ...graphql,
      'type graphql',
      'pino',
      'undici',
      ...caches,
    ],
  },
  {
    file: 'domain/days/resolvers.ts',
    allowed: [
      './day.ts',
      '../enum.ts',
      'type ../context.ts',
      '../../loading/loader.ts',
      'type ../../generated/graphql.ts',
    ],
    refused: [
      ...from('../', 'nights/night.ts', 'heart-rate/loader.ts', 'loaders.ts', 'resolvers.ts', 'context.ts'),
      ...from('../../', 'domain/nights/night.ts', ...above),
      'type ../nights/night.ts',
      'graphql',
      'dataloader',
      'undici',
      'pg',
      'pino',
    ],
  },
  {
    file: 'loading/loader.ts',
    allowed: [...caches, ...from('../', 'accesslink/client.ts', 'store/records.ts', ...shared)],
    refused: [...from('../', ...above, 'domain/context.ts', 'generated/graphql.ts'), 'graphql', 'undici', 'pg', 'pino'],
  },
  {
    file: 'accesslink/retry.ts',
    allowed: ['../generated/accesslink.ts', 'zod', ...from('../', ...shared)],
    refused: [
      ...from('../', ...above, 'domain/context.ts', 'loading/loader.ts', 'store/records.ts', 'generated/graphql.ts'),
      'type ../generated/graphql.ts',
      'graphql',
      'undici',
      ...caches,
      ...drivers,
      'pino',
    ],
  },
  {
    file: 'accesslink/endpoints/sleep.ts',
    allowed: ['../transport.ts', '../../calendar.ts', '../../generated/accesslink.ts'],
    refused: [...from('../../', ...above, 'loading/loader.ts', 'store/records.ts'), 'undici', 'type undici'],
  },
  ...['accesslink/pool.ts', 'accesslink/transport.ts'].map((file) => ({
    file,
    allowed: ['undici', './errors.ts', '../calendar.ts'],
    refused: [
      ...from('../', ...above, 'loading/loader.ts', 'store/records.ts'),
      'graphql',
      ...caches,
      ...drivers,
      'pino',
    ],
  })),
  {
    file: 'store/sqlite.ts',
    allowed: [...drivers, 'type ../generated/accesslink.ts', ...from('../', ...shared)],
    refused: [
      ...from(
        '../',
        ...above,
        'domain/context.ts',
        'loading/loader.ts',
        'accesslink/client.ts',
        'generated/accesslink.ts',
      ),
      'graphql',
      'undici',
      ...caches,
      'pino',
    ],
  },
  {
    file: 'series/thin.ts',
    allowed: ['./point.ts', '../duration.ts', '../calendar.ts'],
    refused: [...from('../', ...above, 'domain/context.ts', 'loading/loader.ts', 'store/records.ts'), 'zod', 'node:fs'],
  },
  {
    file: 'duration.ts',
    allowed: ['./series/thin.ts', './calendar.ts'],
    refused: ['./config.ts', './accesslink/errors.ts', './generated/appendix.ts', 'zod', 'node:fs'],
  },
  {
    file: 'secret.ts',
    allowed: ['./calendar.ts'],
    refused: ['./config.ts', './accesslink/errors.ts', './store/records.ts', 'zod', 'node:util'],
  },
  {
    file: 'calendar.ts',
    allowed: [],
    refused: [
      ...from(
        './',
        'duration.ts',
        'secret.ts',
        'series/thin.ts',
        'config.ts',
        'accesslink/errors.ts',
        'generated/appendix.ts',
      ),
      'zod',
    ],
  },
  {
    file: 'simulator/simulator.ts',
    allowed: ['./people.ts', '../calendar.ts', 'node:http', 'node:util'],
    refused: [
      ...from(
        '../',
        'config.ts',
        'accesslink/errors.ts',
        'duration.ts',
        'secret.ts',
        'series/thin.ts',
        'generated/appendix.ts',
      ),
    ],
  },
  {
    file: 'simulator/data/person-profile.ts',
    allowed: ['../person-profiles.ts', '../store/clock.ts', '../../calendar.ts'],
    refused: [
      ...from('../../', 'config.ts', 'store/records.ts', 'generated/accesslink.ts', 'unheard-of.ts'),
      'graphql',
      'pino',
    ],
  },
];
