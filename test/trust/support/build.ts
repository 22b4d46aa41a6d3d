// What a bar is measured on: the gateway as it is built, or one with a defence taken out, so that the measurement is seen to
// find the breach.
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { startWebhookGateway } from '../../support/delivering.ts';
import { startGateway } from '../../support/gateway.ts';
import { createBrowser, startSignInGateway } from '../../support/signing-in.ts';

/** The builders of gateways under test. */
export interface Build {
  readonly startGateway: typeof startGateway;
  readonly startSignInGateway: typeof startSignInGateway;
  readonly startWebhookGateway: typeof startWebhookGateway;
  readonly createBrowser: typeof createBrowser;
}

/** The gateway as it is. */
export const build: Build = { startGateway, startSignInGateway, startWebhookGateway, createBrowser };

const root = new URL('../../../', import.meta.url);
const pathOf = (file: string) => fileURLToPath(new URL(file, root));

/** Runs `use` while one module of src/ has other exports; what is imported in it is loaded with them. */
export async function withBrokenModule<Module extends object, Result>(
  file: string,
  breakIn: (original: Module) => Partial<Module>,
  use: () => Promise<Result>,
): Promise<Result> {
  vi.resetModules();
  vi.doMock(pathOf(file), async (load) => {
    const original = await load<Module>();
    return { ...original, ...breakIn(original) };
  });
  try {
    return await use();
  } finally {
    vi.doUnmock(pathOf(file));
    vi.resetModules();
  }
}

/**
 * The gateway with other exports of one module of src/, while `use` runs. The exports are those of `breakIn`, and the original
 * ones where it names none. Everything is loaded anew, before and after, so that no other test gets the broken module.
 */
export async function withBroken<Module extends object, Result>(
  file: string,
  breakIn: (original: Module) => Partial<Module>,
  use: (broken: Build) => Promise<Result>,
): Promise<Result> {
  return withBrokenModule(file, breakIn, async () => use(await loadBuild()));
}

async function loadBuild(): Promise<Build> {
  const [{ startGateway: start }, signIn, { startWebhookGateway: startWebhook }] = await Promise.all([
    import('../../support/gateway.ts'),
    import('../../support/signing-in.ts'),
    import('../../support/delivering.ts'),
  ]);
  return {
    startGateway: start,
    startSignInGateway: signIn.startSignInGateway,
    startWebhookGateway: startWebhook,
    createBrowser: signIn.createBrowser,
  };
}
