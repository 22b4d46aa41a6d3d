// GraphiQL in a browser, as a person uses it: each step waits until the page is ready for it.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** An operation; `name` is the one that its text gives it. */
export interface NamedOperation {
  readonly name: string;
  readonly query: string;
}

/** Does what leads to the page, and waits until GraphiQL has read the schema, which replaces its editors. */
export async function openGraphiql(page: Page, lead: () => Promise<unknown>): Promise<void> {
  const introspection = page.waitForResponse((response) => isIntrospection(response.request().postData()));
  await Promise.all([introspection.then((response) => response.finished()), lead()]);
  await page.locator('button[aria-label^="Re-fetch GraphQL schema"]:not([disabled])').waitFor();
  for (const part of ['.graphiql-query-editor', '.result-window']) {
    await page.locator(`${part} .view-lines`).waitFor();
  }
}

/**
 * Replaces what stands in the open tab, and waits until GraphiQL has understood it: it reads the text a moment after the
 * last key, shows the name of the operation on the tab, and until then runs the operation that stood there before.
 */
export async function writeOperation(page: Page, { name, query }: NamedOperation): Promise<void> {
  const editor = page.locator('.graphiql-query-editor .view-lines');
  const hasQuery = async () => (await textOf(editor)) === query.replaceAll(/\s/g, '');
  const write = async () => {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(query);
  };
  const understood = async () => {
    if (!(await hasQuery())) await write();
    return (await hasQuery()) ? page.locator('.graphiql-tab-active .graphiql-tab-button').innerText() : null;
  };
  await expect.poll(understood).toBe(name);
}

/** Presses the button; the part of the page where the answer is going to be. */
export async function runOperation(page: Page): Promise<Locator> {
  await page.locator('.graphiql-execute-button').click();
  return page.locator('.result-window');
}

async function textOf(editor: Locator): Promise<string> {
  return (await editor.innerText()).replaceAll(/\s/g, '');
}

function isIntrospection(body: string | null): boolean {
  return body?.includes('__schema') ?? false;
}
