// Answers of everything: over the simulator, its people and dialects, and over the oddities of the cases.
import { addDays, dateOfInstant } from '../../src/calendar.ts';
import { casesWith } from '../cases/instances.ts';
import { everything } from '../e2e/nodes/selection.ts';
import { headersOf, NOW, startGateway } from '../support/gateway.ts';
import { isLong } from '../support/long.ts';
import { startScriptedUpstream } from '../support/scripted-upstream.ts';
import { needsLog } from '../support/scripted/run-case.ts';
import { withoutMacros } from '../support/scripted/macros.ts';

/** Answers that are good but for what the worlds lack. */
export interface Answers {
  readonly answers: readonly unknown[];
  readonly errors: readonly object[];
}

const TODAY = dateOfInstant(NOW);
const lastDays = (days: number) => `{ between: { from: "${addDays(TODAY, 1 - days)}", to: "${addDays(TODAY, 2)}" } }`;

/** Of people with and without each kind of data, in both dialects; what is imported is of the first alone. */
export async function simulatedAnswers(): Promise<Answers> {
  const answers: unknown[] = [];
  const errors: object[] = [];
  for (const dialect of ['documented', 'live'] as const) {
    const gateway = await startGateway({ simulator: { dialect }, store: {} });
    for (const kind of ['PHYSICAL_INFORMATION', 'ACTIVITY', 'EXERCISE']) {
      await gateway.ask(`mutation { collect(kind: ${kind}) { collected } }`);
    }
    const others = dialect === 'live' ? [headersOf(gateway.simulator, 1)] : [];
    for (const headers of [{}, ...others]) {
      for (const query of everything(lastDays(6))) {
        const answer = await gateway.ask(query, { headers });
        answers.push(answer.data);
        errors.push(...(answer.errors ?? []));
      }
    }
    await gateway.close();
  }
  return { answers, errors };
}

/** Most cases are of the last weeks; nights before those are a request each. */
const CASE_DAYS = isLong ? 45 : 26;
/** Of each case; the others are of the same kind. */
const INSTANCES = isLong ? Number.POSITIVE_INFINITY : 3;

/** Over every case that is about records: what its AccessLink has of the last weeks, and the errors that it makes. */
export async function answersOfCases(): Promise<Answers> {
  const answers: unknown[] = [];
  const errors: object[] = [];
  const cases = casesWith((one) => !needsLog(one));
  for (const [, instance] of cases.flatMap(({ instances }) => instances.slice(0, INSTANCES))) {
    if (instance.steps.some(({ deliver, signIn }) => deliver !== undefined || signIn !== undefined)) continue;
    const upstream = await startScriptedUpstream(() => NOW);
    const gateway = await startGateway({ app: { accessLinkUrl: upstream.url } });
    const user = gateway.simulator.people[0]?.userId ?? '';
    upstream.answerBy(withoutMacros(instance.replies, { now: NOW, user, gateway: gateway.url }).filter(isQuick));
    for (const query of everything(lastDays(CASE_DAYS)).slice(0, 4)) {
      const answer = await gateway.ask(query);
      answers.push(answer.data);
      errors.push(...(answer.errors ?? []));
    }
    await gateway.close();
    await upstream.close();
  }
  return { answers, errors };
}

function isQuick({ delayMs }: { readonly delayMs?: number }): boolean {
  return delayMs === undefined;
}
