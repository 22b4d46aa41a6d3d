// GraphiQL in a real browser, against the program in demo mode.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../../src/server/graphiql/examples.ts';
import { BROWSER_TEST_MS, startBrowser } from '../../support/browser.ts';
import { openGraphiql, runOperation } from '../../support/graphiql.ts';
import { type Program, startProgram } from '../process.ts';

let program: Program;
let browser: Browser;
let page: Page;
let origin: string;
/** URLs of all requests of the page, workers included. */
const requested: string[] = [];
/** Errors and warnings of the console, errors thrown, and violations of the policy. */
const problems: string[] = [];

beforeAll(async () => {
  program = startProgram({ PORT: '0' });
  browser = await startBrowser();
  page = await browser.newPage();
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  const url = await program.url;
  origin = new URL(url).origin;
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error('violation', event.violatedDirective));
  });
  await openGraphiql(page, () => page.goto(url));
}, BROWSER_TEST_MS);

afterAll(async () => {
  await browser?.close();
  program.child.kill('SIGTERM');
  await program.ended;
});

describe('GraphiQL', { timeout: BROWSER_TEST_MS }, () => {
  it('opens with a tab for every example', async () => {
    const tabs = await page.locator('.graphiql-tab-button').allTextContents();
    expect(tabs.map((tab) => tab.trim())).toEqual(examples.map(({ name }) => name));
  });

  it('shows data of the demo user when the first example is run', async () => {
    const result = await runOperation(page);
    await expect.poll(() => result.innerText()).toContain('"steps":');
  });

  it('shows the documentation of the schema', async () => {
    await page.locator('button[aria-label="Show Documentation Explorer"]').click();
    const docs = page.locator('.graphiql-doc-explorer');
    await expect.poll(() => docs.innerText()).toContain('Query');
  });

  it('sends requests to its own server only', () => {
    const foreign = requested.filter((url) => !url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url));
    expect(foreign).toEqual([]);
    expect(requested).toContain(`${origin}/graphql`);
    expect(requested.filter((url) => url.startsWith(`blob:${origin}/`)).length).toBeGreaterThan(0);
  });

  it('causes no error, no warning and no violation of its policy', () => {
    expect(problems).toEqual([]);
  });

  it('cannot send a request to another host: its policy denies it', async () => {
    const isDenied = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => false,
        () => true,
      ),
    );
    expect(isDenied).toBe(true);
    await expect.poll(() => problems.join('\n')).toContain('violation connect-src');
  });
});
