// "28 nights, each with recharge and activity", in the words of the schemas that peers generate.
import { daysAgo } from './operations.ts';

const DATES = Array.from({ length: 28 }, (_, index) => 27 - index);

const MESH_NIGHTS = 'listNights { nights { date sleep_score light_sleep deep_sleep rem_sleep } }';

/** Three ranges that whoever writes the operation has to know; what belongs together is put together by the client. */
export function nightsByRanges(): string {
  return `{ ${MESH_NIGHTS} listNightlyRecharges { recharges { date ans_charge heart_rate_avg } }
    listActivities(from: "${daysAgo(27)}", to: "${daysAgo(0)}") { start_time steps calories distance_from_steps } }`;
}

/** The list of nights, and by date what belongs to each. */
export function nightsByDates(): string {
  const dated = DATES.map(
    (days) => `r${days}: getNightlyRecharge(date: "${daysAgo(days)}") { ans_charge heart_rate_avg }
      a${days}: getActivity(date: "${daysAgo(days)}") {
        ... on activity_summary_with_all_samples { steps calories distance_from_steps } }`,
  );
  return `{ ${MESH_NIGHTS} ${dated.join(' ')} }`;
}

/** The same in the names that openapi-to-graphql gives. */
export function nightsByDatesInCamelCase(): string {
  const dated = DATES.map(
    (days) => `r${days}: nightlyRecharge(date: "${daysAgo(days)}") { ansCharge heartRateAvg }
      a${days}: activitySummaryWithAllSamples(date: "${daysAgo(days)}") { steps calories distanceFromSteps }`,
  );
  return `{ nights { nights { date sleepScore lightSleep deepSleep remSleep } } ${dated.join(' ')} }`;
}

/** By the resolvers that one writes for RESTDataSource. */
export const NIGHTS_BY_RESOLVERS = `{ nights { date sleep_score light_sleep deep_sleep rem_sleep
  recharge { ans_charge heart_rate_avg } activity { steps calories distance_from_steps } } }`;
