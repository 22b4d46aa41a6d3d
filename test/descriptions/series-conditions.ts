// How much of a series is answered: thinned, whole, or of some types.
import { valueAt } from '../support/scripted/expectations.ts';
import { type Condition, DAY, same, simulatedViewer } from './condition.ts';

/** Fields with `maxPoints`, by the way to them from a day or the person; each with what its points are counted by. */
const SERIES: Readonly<Record<string, string>> = {
  'BodyTemperaturePeriod.samples': 'biosensing { list: bodyTemperature { of: samples@ { __typename } } }',
  'BodyTemperaturePeriod.columns': 'biosensing { list: bodyTemperature { of: columns@ { of: values } } }',
  'EcgTest.samples': 'biosensing { list: ecgTests { of: samples@ { __typename } } }',
  'EcgTest.columns': 'biosensing { list: ecgTests { of: columns@ { of: values } } }',
  'Exercise.samples': 'list: exercises { of: samples@ { of: values } }',
  'Route.points': 'exercises(last: 12) { nodes { route { of: points@ { __typename } } } }',
  'Route.columns': 'exercises(last: 12) { nodes { route { of: columns@ { of: latitudes } } } }',
  'ContinuousHeartRate.samples': 'heartRate { of: samples@ { __typename } }',
  'ContinuousHeartRate.columns': 'heartRate { of: columns@ { of: values } }',
  'Night.heartRateSamples': 'night { of: heartRateSamples@ { __typename } }',
  'Night.heartRateColumns': 'night { of: heartRateColumns@ { of: values } }',
  'NightlyRecharge.heartRateVariability': 'night { recharge { of: heartRateVariability@ { __typename } } }',
  'NightlyRecharge.heartRateVariabilityColumns':
    'night { recharge { of: heartRateVariabilityColumns@ { of: values } } }',
  'NightlyRecharge.breathingRate': 'night { recharge { of: breathingRate@ { __typename } } }',
  'NightlyRecharge.breathingRateColumns': 'night { recharge { of: breathingRateColumns@ { of: values } } }',
};

export const seriesConditions: readonly Condition[] = [
  ...Object.entries(SERIES).map(
    ([coordinate, way]): Condition => ({
      of: [`${coordinate}(maxPoints:)`],
      claim: 'all when omitted. Less than 3 counts as 3.',
      check: async () => {
        const [whole = 0, some = 0, least] = await pointsOf(way, ['', '(maxPoints: 7)', '(maxPoints: 1)']);
        return same([whole > 10, some > 3 && some <= 7, least], [true, true, 3]);
      },
    }),
  ),
  {
    of: ['CollectedExercise.samples(maxPoints:)', 'CollectedExercise.samples(types:)'],
    claim: 'all when omitted',
    check: async () => {
      const samples = 'all: samples { type } one: samples(types: [HEART_RATE], maxPoints: 2) { type values }';
      const viewer = await simulatedViewer(`collectedExercises(first: 1) { nodes { ${samples} } }`);
      const one = valueAt(viewer, 'collectedExercises.nodes.0.one');
      const counts = [lengthOf(valueAt(viewer, 'collectedExercises.nodes.0.all')) > 1, lengthOf(one)];
      return same([...counts, valueAt(one, '0.type'), lengthOf(valueAt(one, '0.values'))], [true, 1, 'HEART_RATE', 3]);
    },
  },
  {
    of: ['Exercise.samples(types:)'],
    claim: 'all when omitted',
    check: async () => {
      const samples = 'all: samples { type } one: samples(types: [HEART_RATE]) { type }';
      const viewer = await simulatedViewer(`exercises(last: 1) { nodes { ${samples} } }`);
      const all = lengthOf(valueAt(viewer, 'exercises.nodes.0.all'));
      return same([all > 1, valueAt(viewer, 'exercises.nodes.0.one')], [true, [{ type: 'HEART_RATE' }]]);
    },
  },
];

/** How many points the first series has that lies on a way, with each of some arguments. */
async function pointsOf(way: string, args: readonly string[]): Promise<number[]> {
  const ways = args.map((one, index) => {
    const selection = way.replace('@', one);
    return `way${index}: ${selection.startsWith('exercises') ? selection : `day(date: "${DAY}") { ${selection} }`}`;
  });
  const viewer = await simulatedViewer(ways.join(' '));
  return args.map((_, index) => seriesIn(valueAt(viewer, `way${index}`))?.length ?? 0);
}

/** The first list in an answer that is no list of records. */
function seriesIn(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    const found: unknown = seriesIn(part);
    if (Array.isArray(found)) return found;
    if (Array.isArray(part) && name === 'of') return part;
  }
  return undefined;
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
