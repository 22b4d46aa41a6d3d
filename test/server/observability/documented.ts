// Sections of the documentation, for tests that compare them with the code.

/** What stands below a heading of the second level, until the next one; empty without that heading. */
export function sectionOf(markdown: string, heading: string): string {
  const [, after = ''] = `\n${markdown}`.split(`\n## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}
