// Documents that are large in one way each.

const fields = (index: number, count: number) =>
  Array.from({ length: count }, (_, nth) => `f${index}x${nth}: day(date: "2026-11-22") { date }`).join(' ');

/** By what makes them large; another one for each index. */
export const documents: Readonly<Record<string, (index: number) => string>> = {
  'few fields': (index) => `{ viewer { f${index}: id } }`,
  'many fields': (index) => `{ viewer { ${fields(index, 100)} } }`,
  'long names': (index) => `{ viewer { ${'n'.repeat(190)}${index}: id } }`,
  'long texts': (index) => `{ node(id: "${'x'.repeat(9_000)}${index}") { id } }`,
  'texts beyond Latin 1 with escapes': (index) => `{ node(id: "\\n${'ж'.repeat(9_000)}${index}") { id } }`,
  comments: (index) => `# ${'x'.repeat(50_000)}${index}\n{ viewer { id } }`,
  'white space': (index) => `{ viewer { f${index}: id ${' '.repeat(50_000)} } }`,
};
