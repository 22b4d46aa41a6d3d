// A gate whose passes are collected by person.
import { createGate } from '../../../src/accesslink/budget/gate.ts';
import type { Pass } from '../../../src/accesslink/budget/pass.ts';
import type { BudgetCall } from '../../../src/accesslink/budget/call.ts';
import type { AccessLinkError } from '../../../src/accesslink/errors.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

export const START = Date.parse('2026-11-22T18:30:00Z');

export const callOf = (person: string, about: Partial<BudgetCall> = {}): BudgetCall => ({
  class: 'person',
  person,
  isProven: true,
  label: 'GET /v3/exercises',
  ...about,
});

/** A gate whose passes are collected by person, in the order in which they were given. */
export function collectingGate(limits: { readonly connections?: number; readonly connectionsEach?: number } = {}) {
  const clock = createVirtualClock(START);
  const gate = createGate({ clock, ...limits });
  const passes: { readonly person: string; readonly pass: Pass }[] = [];
  const failures: AccessLinkError[] = [];
  const enter = (person: string, about: Partial<BudgetCall> = {}) =>
    void gate.enter(callOf(person, about)).then(
      (pass) => void passes.push({ person, pass }),
      (failure: AccessLinkError) => void failures.push(failure),
    );
  const settle = () => clock.advance(0);
  const people = () => passes.map(({ person }) => person);
  return { clock, gate, enter, settle, passes, failures, people };
}
