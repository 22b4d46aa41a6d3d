// docs/bench.md: a table with a line for each measure, and below it what each row has measured. Read and written by the bench,
// so that a run of single rows replaces theirs only.
import { goalText, isMet, MEASURES, type Measure, type MeasureId } from '../measures.ts';
import type { Figure, Findings } from '../row.ts';
import { INTRODUCTION, READING } from './prose.ts';

/** What the page has. */
export interface Page {
  /** The lines of the table, each by its measure. */
  readonly lines: ReadonlyMap<string, string>;
  /** Markdown, by the name of the row. */
  readonly details: ReadonlyMap<string, string>;
}

/** What the row of a name has found. */
export interface RowFindings extends Findings {
  readonly row: string;
}

/** What a run was made of: it stands in every line. */
export interface Run {
  /** Such as `2026-11-27`. */
  readonly date: string;
  /** Of the sources, and of Node. */
  readonly version: string;
}

const HEADER = ['| measure | goal | figure | met | row | date, version |', '| --- | --- | --- | --- | --- | --- |'];
const CHAPTER = /^## (\S+)\n\n([^]*?)(?=^## |(?![^]))/gm;

/** An empty text is an empty page. */
export function parsePage(text: string): Page {
  const names = new Set<string>(Object.values(MEASURES).map(({ name }) => name));
  const lines = text.split('\n').flatMap((line) => {
    const name = /^\| (.*?) \|/.exec(line)?.[1];
    return name !== undefined && names.has(name) ? [[name, line] as const] : [];
  });
  const details = [...text.matchAll(CHAPTER)].map(([, id = '', body = '']) => [id, body.trim()] as const);
  return { lines: new Map(lines), details: new Map(details) };
}

/** The page with what a row has found. */
export function withFindings(page: Page, { row, figures, details }: RowFindings, run: Run): Page {
  const found = Object.entries(figures).map(([id, figure]) => {
    const measure: Measure = MEASURES[id as MeasureId];
    return [measure.name, lineOf(measure, figure, run)] as const;
  });
  return {
    lines: new Map([...page.lines, ...found]),
    details: details === undefined ? page.details : new Map([...page.details, [row, details]]),
  };
}

/** One line of the table. */
function lineOf(measure: Measure, figure: Figure | string, { date, version }: Run): string {
  const met = typeof figure === 'string' ? null : isMet(measure, figure.value);
  const cells = [
    measure.name,
    goalText(measure),
    typeof figure === 'string' ? figure : figure.text,
    met === null ? '-' : met ? 'yes' : '**no**',
    `\`${measure.row}\``,
    `${date}, ${version}`,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '/').replaceAll('\n', ' ')).join(' | ')} |`;
}

/** What has been measured, without the prose around it. */
export function printResults({ lines, details }: Page): string {
  const chapters = [...details].map(([id, text]) => `${id}\n\n${text}\n`);
  return [`${[...HEADER, ...lines.values()].join('\n')}\n`, ...chapters].join('\n');
}

/** As Markdown. What has not been measured yet has a line that says so. */
export function printPage({ lines, details }: Page): string {
  const body = Object.values(MEASURES).map(
    (measure) =>
      lines.get(measure.name) ??
      `| ${measure.name} | ${goalText(measure)} | not measured yet | - | \`${measure.row}\` | - |`,
  );
  const chapters = [...details].map(([id, text]) => `## ${id}\n\n${text}\n`);
  return [INTRODUCTION, `${[...HEADER, ...body].join('\n')}\n`, READING, ...chapters].join('\n');
}
