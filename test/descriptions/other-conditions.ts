// Conditions of imported items, of what never changes, and those that other tests hold.
import { startGateway } from '../support/gateway.ts';
import { type Condition, same, USER, withPartner } from './condition.ts';
import type { FixedGateway } from '../e2e/fixed-replies.ts';

const EVENTS = 'test/e2e/events.test.ts';
const FILES =
  'files { fit { __typename } tcx { __typename } gpx { __typename } whole: gpx(includePauseTimes: true) { __typename } }';
const LINK = { __typename: 'FileLink' };

export const otherConditions: readonly Condition[] = [
  {
    of: ['CollectedActivity.steps', 'CollectedActivity.zones', 'CollectedExercise.samples'],
    claim: 'null when',
    check: async () => {
      const activity = { summary: { id: 1, date: '2026-11-20' }, steps: null, zones: null };
      const session = { summary: { id: 2 }, zones: null, samples: [], files: {} };
      const fields =
        'collectedActivities { nodes { steps { date } zones { date } } } collectedExercises { nodes { samples { type } } }';
      const got = await imported({ ACTIVITY: activity, EXERCISE: session }, fields);
      const nodes = [{ steps: null, zones: null }];
      return same(got, { collectedActivities: { nodes }, collectedExercises: { nodes: [{ samples: null }] } });
    },
  },
  {
    of: ['CollectedActivityEdge.node', 'CollectedExerciseEdge.node'],
    claim: 'null when it could not be read',
    check: async () => {
      const nodes = '{ nodes { date } edges { node { date } } }';
      const selection = `collectedActivities ${nodes} collectedExercises ${nodes}`;
      const got = await imported({ ACTIVITY: { summary: 7 }, EXERCISE: { summary: 'odd' } }, selection);
      const unread = { nodes: [null], edges: [{ node: null }] };
      return same(got, { collectedActivities: unread, collectedExercises: unread });
    },
  },
  {
    of: ['ExerciseFiles.fit', 'ExerciseFiles.tcx'],
    claim: 'null when there is none',
    check: async () => same(await filesOf({ gpx: { gzip: 'H4sI' } }), { fit: null, tcx: null, gpx: LINK, whole: null }),
  },
  {
    of: ['ExerciseFiles.gpx'],
    claim: 'null when there is no route, and with pauses when a session was imported without them',
    check: async () =>
      same(await filesOf({ fit: { gzip: 'H4sI' }, tcx: { gzip: null } }), {
        fit: LINK,
        tcx: null,
        gpx: null,
        whole: null,
      }),
  },
  {
    of: ['PhysicalInfo', 'PhysicalInfoEdge.polarEntryId', 'PhysicalInfoEdge.polarTransactionId'],
    claim: 'null',
    check: async () => {
      const gateway = await startGateway({ store: {} });
      await gateway.ask('mutation { collect(kind: PHYSICAL_INFORMATION) { collected } }');
      const edge = '{ polarEntryId polarTransactionId node { gender birthdate typicalDay sleepGoal weightKg } }';
      const { data } = await gateway.ask(`{ viewer { physicalInfoHistory { edges ${edge} } } }`);
      await gateway.close();
      const edges: readonly Record<string, unknown>[] = Object(data)['viewer'].physicalInfoHistory.edges;
      const summaries = edges.map(({ polarEntryId, polarTransactionId, node }) => {
        const { gender, birthdate, typicalDay, sleepGoal, weightKg } = Object(node);
        const isImported = polarEntryId !== null;
        const hasOthers = [gender, birthdate, typicalDay, sleepGoal].some((value) => value !== null);
        return { isImported, hasTransaction: polarTransactionId !== null, hasOthers, hasWeight: weightKg !== null };
      });
      const kinds = new Set(summaries.map((summary) => JSON.stringify(summary)));
      return same(kinds, new Set([EXPECTED_IMPORTED, EXPECTED_REPLY].map((summary) => JSON.stringify(summary))));
    },
  },
  {
    of: ['FitSport.subSport'],
    claim: 'null when there is none',
    check: async () => {
      const gateway = await startGateway();
      const { data } = await gateway.ask<{ sports: { fit: { subSport: string | null } }[] }>(
        '{ sports { fit { subSport } } }',
      );
      await gateway.close();
      const kinds = new Set(data.sports.map(({ fit }) => fit.subSport === null));
      return same(kinds, new Set([true, false]));
    },
  },
  {
    of: ['DataWindow.maxAgeDays', 'DataWindow.maxRangeDays', 'DataWindow.recentDays'],
    claim: 'null when',
    check: { file: 'test/domain/documented-windows.test.ts', title: 'of $resource are those documented' },
  },
  {
    of: ['DataAvailable.type'],
    claim: 'null when it is newer than this description',
    check: { file: EVENTS, title: 'an unknown type is stored, logged and published without a type' },
  },
  {
    of: ['DataAvailable.date', 'DataAvailable.night', 'DataAvailable.day'],
    claim: 'null',
    check: { file: EVENTS, title: '%j is published with its records, which cost no request' },
  },
  {
    of: ['DataAvailable.exercise'],
    claim: 'null for other types, and when it no longer exists',
    check: { file: EVENTS, title: 'an exercise that no longer exists is published without it' },
  },
];

const EXPECTED_IMPORTED = { isImported: true, hasTransaction: true, hasOthers: false, hasWeight: true };
const EXPECTED_REPLY = { isImported: false, hasTransaction: false, hasOthers: true, hasWeight: true };

type Items = Readonly<Partial<Record<'ACTIVITY' | 'EXERCISE', object>>>;

/** The answer to a selection of a person with one imported item of each kind. */
async function imported(items: Items, selection: string): Promise<unknown> {
  return withPartner({}, async (gateway) => {
    await putItems(gateway, items);
    const { data } = await gateway.ask(`{ viewer { ${selection} } }`);
    return Object(data)['viewer'];
  });
}

async function putItems({ store }: FixedGateway, items: Items): Promise<void> {
  for (const [kind, value] of Object.entries(items)) {
    const owner = { kind: kind as keyof Items, polarUserId: USER.polarUserId };
    await store?.imports.add(owner, [{ id: '1', value, importedAt: 0 }]);
  }
}

async function filesOf(files: object): Promise<unknown> {
  const session = { summary: { id: 1 }, zones: null, samples: [], files };
  const viewer = await imported({ EXERCISE: session }, `collectedExercises { nodes { ${FILES} } }`);
  return Object(viewer)['collectedExercises'].nodes[0].files;
}
