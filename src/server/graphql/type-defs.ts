// The SDL of schema/. The program that is built has it as text in the place of this file (scripts/bundle.ts).
import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA_FOLDER = new URL('../../../schema/', import.meta.url);

/** The SDL of all modules, one string a file. */
export function readTypeDefs(): string[] {
  const files = readdirSync(SCHEMA_FOLDER).filter((name) => name.endsWith('.graphql'));
  return files.sort().map((name) => readFileSync(new URL(name, SCHEMA_FOLDER), 'utf8'));
}
