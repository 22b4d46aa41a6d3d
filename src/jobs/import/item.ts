// One item of a transaction with all its parts, as the JSON to store: AccessLink does not send it a second time.
import { itemPath, listSampleTypes, readPart, type Transaction } from '../../accesslink/endpoints/transactions.ts';
import { fileTypesFor, type FileType } from '../../accesslink/endpoints/files.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type {
  ImportedActivityValue,
  ImportedExerciseValue,
  ImportedInfoValue,
} from '../../domain/transactions/imported-values.ts';
import { type ItemTransport, readFiles } from './item-files.ts';

/** All parts of an item; null when AccessLink does not have it. Rejects with AccessLinkError. */
export async function readItem(transport: ItemTransport, transaction: Transaction, id: string): Promise<object | null> {
  const path = itemPath(transaction, id);
  if (transaction.kind === 'physical-information') return readInfo(transport, path, id);
  return transaction.kind === 'activity' ? readActivity(transport, path, id) : readExercise(transport, path, id);
}

async function readInfo(transport: ItemTransport, path: string, id: string): Promise<ImportedInfoValue | null> {
  const info = await readPart(transport, path, 'PhysicalInformation');
  return info && { info: partOfItem(info, id).body };
}

async function readActivity(transport: ItemTransport, path: string, id: string): Promise<ImportedActivityValue | null> {
  const summary = await readPart(transport, path, 'Activity');
  if (!summary) return null;
  const steps = await readPart(transport, `${path}/step-samples`, 'ActivityStepSamples');
  const zones = await readPart(transport, `${path}/zone-samples`, 'ActivityZoneSamples');
  return { summary: partOfItem(summary, id).body, steps: steps?.body ?? null, zones: zones?.body ?? null };
}

async function readExercise(transport: ItemTransport, path: string, id: string): Promise<ImportedExerciseValue | null> {
  const summary = await readPart(transport, path, 'Exercise');
  if (!summary) return null;
  const { body, record } = partOfItem(summary, id);
  const zones = await readPart(transport, `${path}/heart-rate-zones`, 'Zones');
  const samples: unknown[] = [];
  for (const type of await listSampleTypes(transport, path)) {
    const series = await readPart(transport, `${path}/samples/${type}`, 'Sample');
    if (series) samples.push(series.body);
  }
  const files = await readFiles(transport, path, fileTypesFromWire(record));
  return { summary: body, zones: zones?.body ?? null, samples, files };
}

function fileTypesFromWire(wire: Records['Exercise']): readonly FileType[] {
  return fileTypesFor(wire['has-route']);
}

/** A record that names another id than its path would be stored under a wrong one. */
function partOfItem<R extends RecordName, P extends { readonly record: Records[R] }>(part: P, id: string): P {
  const recordId: unknown = Reflect.get(part.record, 'id');
  if (recordId === null || recordId === id) return part;
  throw new AccessLinkError('invalid', 'Cannot import an item: AccessLink sent another one');
}
