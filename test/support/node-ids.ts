// Global ids of a person: one of each type of Node.
import { globalId } from '../../src/domain/graph/global-id.ts';
import { type Gateway, headersOf } from './gateway.ts';

export const DATE = '2026-11-20';

/** A person with an object of each type; what is imported is only that of people whom the server knows. */
const QUERY = `{ viewer { id
  day(date: "${DATE}") { id activity { id samples { id } } heartRate { id } cardioLoad { id } night { id recharge { id } }
    alertness { id } circadianBedtime { id } biosensing { id } }
  biosensing { bodyTemperature { id } skinTemperature { id } skinContacts { id } ecgTests { id } spo2Tests { id } }
  exercises { nodes { id hasRoute trainingLoad { id } route { id } } }
  physicalInfo { id } availableNights { id } } }`;

/** By type. Throws when the person's data cannot be read. */
export async function nodeIdsOf(gateway: Gateway, person: number): Promise<Map<string, string>> {
  const { data, errors } = await gateway.ask(QUERY, { headers: headersOf(gateway.simulator, person) });
  if (errors) throw new Error(`Cannot list ids of person ${person}: ${JSON.stringify(errors)}`);
  const found = [...JSON.stringify(data).matchAll(/"id":"([\w-]+)"/g)].map(([, id = '']) => [typeOf(id), id] as const);
  const owner = gateway.simulator.people[person]?.userId ?? '';
  const imported = ['CollectedActivity', 'CollectedExercise'].map(
    (type) => [type, globalId({ type, owner, key: '1' })] as const,
  );
  return new Map([...imported, ...found]);
}

function typeOf(id: string): string {
  const [type]: unknown[] = JSON.parse(Buffer.from(id, 'base64url').toString());
  return String(type);
}
