// One item of a transaction with all its parts, as JSON to keep: what AccessLink sent, since it will not send it again.
import { itemPath, listSampleTypes, readPart, type Transaction } from '../../accesslink/endpoints/transactions.ts';
import { AccessLinkError } from '../../accesslink/errors.ts';
import type { RecordName, Records } from '../../generated/accesslink.ts';
import type {
  ImportedActivityValue,
  ImportedExerciseValue,
  ImportedInfoValue,
} from '../../domain/transactions/imported-values.ts';
import { type ItemTransport, readFiles } from './item-files.ts';

/** Everything of an item; null when AccessLink does not have it. */
export async function readItem(reading: ItemTransport, transaction: Transaction, id: string): Promise<object | null> {
  const path = itemPath(transaction, id);
  if (transaction.kind === 'physical-information') return readInfo(reading, path, id);
  return transaction.kind === 'activity' ? readActivity(reading, path, id) : readExercise(reading, path, id);
}

async function readInfo(reading: ItemTransport, path: string, id: string): Promise<ImportedInfoValue | null> {
  const info = await readPart(reading, path, 'PhysicalInformation');
  return info && { info: ofItem(info, id).body };
}

async function readActivity(reading: ItemTransport, path: string, id: string): Promise<ImportedActivityValue | null> {
  const summary = await readPart(reading, path, 'Activity');
  if (!summary) return null;
  const steps = await readPart(reading, `${path}/step-samples`, 'ActivityStepSamples');
  const zones = await readPart(reading, `${path}/zone-samples`, 'ActivityZoneSamples');
  return { summary: ofItem(summary, id).body, steps: steps?.body ?? null, zones: zones?.body ?? null };
}

async function readExercise(reading: ItemTransport, path: string, id: string): Promise<ImportedExerciseValue | null> {
  const summary = await readPart(reading, path, 'Exercise');
  if (!summary) return null;
  const { body, record } = ofItem(summary, id);
  const zones = await readPart(reading, `${path}/heart-rate-zones`, 'Zones');
  const samples: unknown[] = [];
  for (const type of await listSampleTypes(reading, path)) {
    const series = await readPart(reading, `${path}/samples/${type}`, 'Sample');
    if (series) samples.push(series.body);
  }
  const files = await readFiles(reading, path, record['has-route'] === false ? ['fit', 'tcx'] : ['fit', 'tcx', 'gpx']);
  return { summary: body, zones: zones?.body ?? null, samples, files };
}

/** A record that names another id than its path would be kept under a wrong one. */
function ofItem<R extends RecordName, P extends { readonly record: Records[R] }>(part: P, id: string): P {
  const named: unknown = Reflect.get(part.record, 'id');
  if (named === null || named === id) return part;
  throw new AccessLinkError('invalid', 'Cannot collect an item: AccessLink sent another one');
}
