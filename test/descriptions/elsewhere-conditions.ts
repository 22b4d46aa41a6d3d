// Claims about more than one value of an answer, and about what is no value of a record.
import { valueAt } from '../support/scripted/expectations.ts';
import { type Condition, same, simulatedViewer, viewerOf } from './condition.ts';

const EVENTS = 'test/e2e/events.test.ts';
const CREATION = 'test/e2e/webhook-creation.test.ts';
const NEW_WEBHOOK = { file: CREATION, title: 'creates a webhook at the URL of this server for all types' };

export const elsewhereConditions: readonly Condition[] = [
  {
    of: ['DailyActivity.energyKcal', 'CollectedActivity.energyKcal'],
    claim: 'with the basal metabolic rate',
    check: energiesOf,
  },
  {
    of: ['DailyActivity.activeEnergyKcal', 'CollectedActivity.activeEnergyKcal'],
    claim: 'without the basal metabolic rate',
    check: energiesOf,
  },
  {
    of: ['SampleSeries.sampleCount'],
    claim: 'before thinning, gaps included',
    check: async () => {
      const samples = [{ 'recording-rate': 1, 'sample-type': '0', data: '77,null,79,80,81,82' }];
      const exercises = [{ id: 'a', start_time: '2026-11-20T08:00:00', samples }];
      const selection = 'exercises { nodes { samples(maxPoints: 3) { sampleCount values } } }';
      const series = valueAt(await viewerOf({ '/v3/exercises': exercises }, selection), 'exercises.nodes.0.samples.0');
      return same([valueAt(series, 'sampleCount'), [valueAt(series, 'values')].flat().length], [6, 3]);
    },
  },
  {
    of: ['ContinuousHeartRate.samples'],
    claim: 'about every 5 minutes at rest and up to every second in motion',
    check: async () => {
      const viewer = await simulatedViewer('day(date: "2026-11-20") { heartRate { samples { time } } }');
      const times = [valueAt(viewer, 'day.heartRate.samples.*.time')].flat().map((time) => Date.parse(String(time)));
      const pauses = times.slice(1).map((time, index) => (time - (times[index] ?? time)) / 1000);
      const middle = pauses.toSorted((a, b) => a - b)[Math.floor(pauses.length / 2)] ?? 0;
      return same([Math.min(...pauses) >= 1, middle > 200 && middle < 400], [true, true]);
    },
  },
  {
    of: ['Node.id'],
    claim: 'The same object has the same id in every response',
    check: { file: 'test/e2e/nodes/every-node.test.ts', title: 'has the same data under an id wherever it occurs' },
  },
  {
    of: ['CollectedExercise.files'],
    claim: 'at most 16 MB compressed',
    check: { file: 'test/jobs/import/item-files.test.ts', title: 'that is too large is left out' },
  },
  {
    of: ['ExerciseFiles.gpx(includePauseTimes:)'],
    claim: 'Include the pauses',
    check: { file: 'test/server/files/pauses.test.ts', title: 'has the pauses when the link says so, and only then' },
  },
  {
    of: ['DisconnectPayload.userErrors'],
    claim: 'empty when it was not',
    check: { file: 'test/e2e/disconnect.test.ts', title: 'is deleted when AccessLink does not know the user' },
  },
  {
    of: ['DisconnectPayload.erased', 'DisconnectPayload.remaining'],
    claim: 'while the deletion is pending',
    check: { file: 'test/e2e/disconnect.test.ts', title: 'is signed out at once while AccessLink fails' },
  },
  {
    of: ['ForgetMePayload.erased', 'ForgetMePayload.userErrors'],
    claim: 'empty when',
    check: { file: 'test/e2e/claims.test.ts', title: 'has what was read with it erased' },
  },
  {
    of: ['ForgetMePayload.remaining'],
    claim: 'null when rejected',
    check: { file: 'test/e2e/claims.test.ts', title: 'gets a user error when AccessLink does not accept the token' },
  },
  {
    of: ['User.sessions'],
    claim: 'null for people who did not sign in here',
    check: { file: 'test/e2e/sessions.test.ts', title: 'does nothing for callers without a session' },
  },
  {
    of: ['EndSessionPayload.userErrors', 'EndAllSessionsPayload.userErrors'],
    claim: 'empty when it was not',
    check: { file: 'test/e2e/sessions.test.ts', title: 'ends one session from elsewhere' },
  },
  {
    of: ['Mutation.forgetMe'],
    claim: 'imported data included',
    check: { file: 'test/e2e/claims.test.ts', title: 'has everything of theirs erased' },
  },
  {
    of: ['CollectPayload.userErrors'],
    claim: 'empty when it succeeded',
    check: { file: 'test/jobs/import/collect.test.ts', title: 'userErrors: []' },
  },
  { of: ['WebhookPayload.userErrors'], claim: 'empty when it was', check: NEW_WEBHOOK },
  { of: ['CreateWebhookInput.events', 'CreateWebhookInput.url'], claim: 'when omitted', check: NEW_WEBHOOK },
  {
    of: ['WebhookErrorCode.INVALID_EVENTS'],
    claim: 'The list of event types is empty',
    check: { file: CREATION, title: 'INVALID_EVENTS' },
  },
  {
    of: ['Subscription.dataAvailable(types:)'],
    claim: 'Only events of these types; all when omitted',
    check: { file: EVENTS, title: 'an exercise is published with its record' },
  },
  {
    of: ['Subscription.dataAvailable(after:)'],
    claim: 'only new ones when omitted',
    check: { file: 'test/e2e/subscriptions.test.ts', title: 'without an id sends later events only' },
  },
];

/** The energy of a day with the basal rate is more than that without it, wherever both are known. */
async function energiesOf() {
  const fields = '{ energyKcal activeEnergyKcal }';
  const viewer = await simulatedViewer(`activities ${fields}`);
  const days = [valueAt(viewer, 'activities')].flat();
  const wrong = days.filter((day) => !(Number(valueAt(day, 'energyKcal')) > Number(valueAt(day, 'activeEnergyKcal'))));
  return same([days.length > 20, wrong], [true, []]);
}
