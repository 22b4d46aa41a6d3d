// One question of every resource, all about one day that AccessLink has everything of.
import type { Gateway } from '../../support/gateway.ts';
import { firstDifference } from '../differential/difference.ts';

const day = (fields: string) => `{ viewer { day(date: "2026-11-20") { ${fields} } } }`;
const range = '(range: { on: "2026-11-20" })';

/** By the name of the resource. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  'daily activity': day('activity { steps }'),
  'activity samples': `{ viewer { activitySamples${range} { totalSteps } } }`,
  'heart rate': day('heartRate { statistics { mean } }'),
  'cardio load': day('cardioLoad { strain }'),
  sleep: day('night { sleepScore }'),
  recharge: day('night { recharge { ansCharge } }'),
  alertness: day('alertness { grade }'),
  'circadian bedtime': day('circadianBedtime { quality }'),
  'body temperature': day('biosensing { bodyTemperature { sensorLocation } }'),
  'skin temperature': day('biosensing { skinTemperature { temperatureCelsius } }'),
  'skin contact': day('biosensing { skinContacts { deviceId } }'),
  ECG: day('biosensing { ecgTests { averageHeartRate } }'),
  'blood oxygen': day('biosensing { spo2Tests { bloodOxygenPercent } }'),
  exercises: '{ viewer { exercises { nodes { polarExerciseId energyKcal } } } }',
  'available nights': '{ viewer { availableNights { date } } }',
  'physical information': '{ viewer { physicalInfo { weightKg } } }',
  'the user': '{ viewer { firstName } }',
};

/** With the zone of the person, so that what is of a day does not depend on what was read before. */
export const HEADERS = { 'accesslink-time-zone': 'Europe/Helsinki' };

/** Asks all of them at once. */
export function askAll(gateway: Pick<Gateway, 'ask'>) {
  return Promise.all(
    Object.entries(QUESTIONS).map(async ([resource, query]) => ({
      resource,
      answer: await gateway.ask(query, { headers: HEADERS }),
    })),
  );
}

export type Answers = Awaited<ReturnType<typeof askAll>>;

/** Where answers are not those that are expected, in the same order. */
export function differencesIn(answers: Answers, expected: Answers): string[] {
  return answers.flatMap(({ resource, answer: { data, errors } }, index) => {
    const difference = errors ? JSON.stringify(errors) : firstDifference(data, expected[index]?.answer.data);
    return difference === null ? [] : [`${resource}: ${difference}`];
  });
}
