// Conditions of what is stored, and of what could not be read.
import { openGatewayStore } from '../support/stores.ts';
import { CLIENT } from '../support/client.ts';
import { NOW } from '../support/gateway.ts';
import type { Store } from '../../src/store/contract/store.ts';
import { type FixedGateway, startFixedGateway } from '../e2e/fixed-replies.ts';
import { answerOf, type Condition, DAY, partnerData, same, USER, viewerOf } from './condition.ts';

const CONNECTION = '{ edges { cursor } nodes { __typename } }';
const NOTHING = { edges: null, nodes: null };
const UNREAD = { '/v3/users/sleep': 503, '/v3/exercises': 503, '/v3/users/physical-info': 503 };

export const storeConditions: readonly Condition[] = [
  {
    of: ['ResourceCoverage.oldest', 'ResourceCoverage.newest', 'DayCoverage.reason', 'DayCoverage.fetchedAt'],
    claim: 'null when',
    check: async () => {
      const gateway = await startFixedGateway(() => ({
        [`/v3/users/activities/${DAY}`]: { start_time: `${DAY}T00:00` },
      }));
      const before = await coverageOf(gateway);
      await gateway.ask(`{ viewer { day(date: "${DAY}") { activity { steps } } } }`);
      const after = await coverageOf(gateway);
      await gateway.close();
      const fetchedAt = new Date(NOW).toISOString();
      return same(
        [before, after],
        [
          { resource: 'DAILY_ACTIVITY', oldest: null, newest: null, days: [{ reason: null, fetchedAt: null }] },
          { resource: 'DAILY_ACTIVITY', oldest: DAY, newest: DAY, days: [{ reason: null, fetchedAt }] },
        ],
      );
    },
  },
  {
    of: ['Biosensing'],
    claim: 'Each list is empty when nothing was measured and null when it could not be read',
    check: async () => {
      const lists = ['bodyTemperature', 'skinTemperature', 'skinContacts', 'ecgTests', 'spo2Tests'];
      const selection = `day(date: "${DAY}") { biosensing { ${lists.map((list) => `${list} { id }`).join(' ')} } }`;
      const paths = ['bodytemperature', 'skintemperature', 'skincontacts', 'ecg', 'spo2'];
      const failing = Object.fromEntries(paths.map((path) => [`/v3/users/biosensing/${path}`, 503]));
      const all = (value: unknown) => ({
        day: { biosensing: Object.fromEntries(lists.map((list) => [list, value])) },
      });
      return same([await viewerOf({}, selection), await viewerOf(failing, selection)], [all([]), all(null)]);
    },
  },
  {
    of: ['NightConnection', 'ExerciseConnection', 'PhysicalInfoConnection'].flatMap((type) => [`${type}.edges`]),
    claim: 'null when they could not be read',
    check: unreadConnections,
  },
  {
    of: ['ExerciseConnection.nodes', 'PhysicalInfoConnection.nodes', 'NightConnection.nodes'],
    claim: 'could not be read',
    check: unreadConnections,
  },
  {
    of: ['DayConnection.edges', 'DayConnection.nodes', 'DayEdge.node'],
    claim: 'never null',
    check: async () => {
      const { data } = await answerOf(
        UNREAD,
        '{ viewer { days(first: 1) { edges { node { __typename } } nodes { __typename } } } }',
      );
      const day = { __typename: 'Day' };
      return same(data, { viewer: { days: { edges: [{ node: day }], nodes: [day] } } });
    },
  },
  {
    of: ['ExerciseEdge.node', 'PhysicalInfoEdge.node', 'PartnerUserEdge.node'],
    claim: 'never null',
    check: async () => {
      const replies = { '/v3/exercises': [{ id: 'a' }], '/v3/users/physical-info': { weight: 70 } };
      const edges = '{ edges { node { __typename } } }';
      const got = await viewerOf(replies, `exercises ${edges} physicalInfoHistory ${edges}`);
      const only = (typeName: string) => ({ edges: [{ node: { __typename: typeName } }] });
      return same(got, { exercises: only('Exercise'), physicalInfoHistory: only('PhysicalInfo') });
    },
  },
  {
    of: ['NightEdge.node', 'NightConnection.nodes'],
    claim: 'could not be read',
    check: async () => {
      const nights = {
        '/v3/users/sleep/2026-09-01': { date: '2026-09-01', sleep_score: 80 },
        '/v3/users/sleep/2026-09-02': 503,
      };
      const range = 'between: { from: "2026-09-01", to: "2026-09-02" }';
      const fields = '{ edges { node { sleepScore } } nodes { sleepScore } }';
      const got = await viewerOf(nights, `nights(range: { ${range} }) ${fields}`);
      const nodes = [{ sleepScore: 80 }, null];
      return same(got, { nights: { edges: nodes.map((node) => ({ node })), nodes } });
    },
  },
  {
    of: ['CollectedActivity', 'CollectedExercise', 'PartnerUser'].flatMap((type) =>
      ['edges', 'nodes'].map((field) => `${type}Connection.${field}`),
    ),
    claim: 'could not be read',
    check: async () => {
      const opened = await openGatewayStore({}, () => NOW);
      const app = { store: broken(opened.store), defaultUser: USER };
      const gateway = await startFixedGateway(() => ({}), { client: CLIENT, app });
      const viewer = `{ viewer { collectedActivities ${CONNECTION} collectedExercises ${CONNECTION} } }`;
      const { data } = await gateway.ask(viewer);
      const users = await partnerData(gateway, `{ partner { users ${CONNECTION} } }`);
      await gateway.close();
      await opened.close();
      const imported = { collectedActivities: NOTHING, collectedExercises: NOTHING };
      return same([data, users], [{ viewer: imported }, { partner: { users: NOTHING } }]);
    },
  },
];

async function unreadConnections() {
  const { data } = await answerOf(
    UNREAD,
    `{ viewer { nights ${CONNECTION} exercises ${CONNECTION} physicalInfoHistory ${CONNECTION} } }`,
  );
  return same(data, { viewer: { nights: NOTHING, exercises: NOTHING, physicalInfoHistory: NOTHING } });
}

/** A store that cannot list anything. */
function broken(store: Store): Store {
  const fail = () => Promise.reject(new Error('The disk is gone'));
  return { ...store, imports: { ...store.imports, list: fail }, users: { ...store.users, page: fail } };
}

async function coverageOf(gateway: FixedGateway): Promise<unknown> {
  const { data } = await gateway.ask(
    `{ viewer { coverage(range: { on: "${DAY}" }) { resource oldest newest days { reason fetchedAt } } } }`,
  );
  const list: readonly { readonly resource: string }[] = Object(data)['viewer'].coverage;
  return list.find(({ resource }) => resource === 'DAILY_ACTIVITY');
}
