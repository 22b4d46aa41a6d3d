// A signed-in user runs a subscription in GraphiQL, in a real browser, and sees what Polar delivers.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BROWSER_TEST_MS, startBrowser } from '../../support/browser.ts';
import { AINO, type WebhookGateway, createWebhook, startWebhookGateway } from '../../support/delivering.ts';
import { openGraphiql, runOperation, writeOperation } from '../../support/graphiql.ts';

const DELIVERED = {
  name: 'Delivered',
  query: 'subscription Delivered { dataAvailable { type date night { sleepScore } } }',
};

let gateway: WebhookGateway;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  gateway = await startWebhookGateway();
  await createWebhook(gateway);
  const session = (await gateway.signIn()).slice('Bearer '.length);
  browser = await startBrowser();
  const context = await browser.newContext();
  await context.addCookies([{ name: 'accesslink', value: session, url: gateway.url, httpOnly: true, sameSite: 'Lax' }]);
  page = await context.newPage();
}, BROWSER_TEST_MS);
afterAll(async () => {
  await browser?.close();
  await gateway.close();
});

it('GraphiQL shows what is delivered while the subscription runs', { timeout: BROWSER_TEST_MS }, async () => {
  await openGraphiql(page, () => page.goto(`${gateway.url}/graphql`));
  await writeOperation(page, DELIVERED);
  const streaming = page.waitForResponse((response) => response.headers()['content-type'] === 'text/event-stream');
  const result = await runOperation(page);
  await streaming;
  const date = '2026-11-21';
  expect(await result.innerText()).not.toContain('sleepScore');
  await gateway.simulator.deliver({ type: 'SLEEP', userId: AINO, date });
  await expect.poll(() => result.innerText()).toContain('"sleepScore"');
  expect(await result.innerText()).toContain(date);
});
