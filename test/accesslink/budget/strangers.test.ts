// The small share of those who have not proved who they are.
import { describe, expect, it } from 'vitest';
import { collectingGate } from './collecting-gate.ts';

describe('whoever has not proved who they are', () => {
  it('has a small share with all others of the kind', async () => {
    const { enter, settle, passes, failures } = collectingGate({ connectionsEach: 1_000, connections: 1_000 });
    for (let call = 0; call < 200; call += 1) enter(`stranger ${call}`, { isProven: false });
    await settle();
    expect(passes).toHaveLength(26);
    expect(failures[0]).toMatchObject({ code: 'rate-limited', problem: 'share-used-up' });
  });

  it('takes nothing of it with calls that prove it, however many are new at once', async () => {
    const { enter, settle, passes, failures } = collectingGate();
    for (let person = 0; person < 60; person += 1)
      for (let call = 0; call < 4; call += 1) enter(`new ${person}`, { isProven: false });
    for (let ended = 0; ended < 240; ended += 1) {
      await settle();
      passes[ended]?.pass.prove();
      passes[ended]?.pass.end();
    }
    expect([passes.length, failures]).toEqual([240, []]);
  });

  it('takes of it with every call that fails', async () => {
    const { enter, settle, passes, failures } = collectingGate();
    for (let call = 0; call < 40; call += 1) {
      enter(`made up ${call}`, { isProven: false });
      await settle();
      passes[call]?.pass.end();
    }
    expect([passes.length, failures.length]).toEqual([26, 14]);
  });

  it('is a person as soon as AccessLink has accepted the credential', async () => {
    const { gate, enter, settle, passes } = collectingGate({ connectionsEach: 1_000, connections: 1_000 });
    enter('owner', { isProven: false });
    await settle();
    passes[0]?.pass.prove();
    expect([gate.isProven('owner'), gate.isProven('other')]).toEqual([true, false]);
    for (let call = 0; call < 200; call += 1) enter('owner', { isProven: false });
    await settle();
    expect(passes).toHaveLength(201);
  });
});
