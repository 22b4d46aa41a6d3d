// The answers of AccessLink that hold a subject, each with the question for which it is sent.
import { textOf, without } from './odd-body.ts';
import type { OddAnswer, OddGateway } from './odd-gateway.ts';
import { type Located, type Path, recordIn, valueAt } from './places.ts';
import { questionFor, type Way } from './selections.ts';
import type { Subject } from './subjects.ts';

export interface Source {
  readonly subject: Subject;
  readonly selection: string;
  /** Method and path. */
  readonly request: string;
  readonly body: unknown;
  /** The record that is made odd. */
  readonly located: Located;
  /** What the question is answered as long as nothing is odd. */
  readonly good: OddAnswer;
  /** The answer without an item, asked for once. */
  readonly without: (item: Path) => Promise<OddAnswer>;
}

const RANGE = '{ between: { from: "2026-11-18", to: "2026-11-22" } }';
/** A day with everything. */
const DATE = '"2026-11-20"';

/** The sources of a subject, in each way to ask for it. */
export async function sourcesOf(subject: Subject, gateway: OddGateway): Promise<Source[]> {
  const ways = ['lists', 'single'] as const;
  return (await Promise.all(ways.map((way) => sourcesFor(subject, way, gateway)))).flat();
}

async function sourcesFor(subject: Subject, way: Way, gateway: OddGateway): Promise<Source[]> {
  const selection = questionFor(subject.type, way, {
    range: RANGE,
    date: DATE,
    ...(await exerciseId(subject, way, gateway)),
  });
  if (selection === null) return [];
  const userId = gateway.newUser();
  const good = await gateway.ask(userId, selection, subject);
  const wrong = [...good.errors, ...good.userErrors];
  if (wrong.length > 0) throw new Error(`Good records of ${subject.record} are no error: ${JSON.stringify(wrong)}`);
  // Of several that differ by an id or a date one stands for all.
  const requests = Map.groupBy(gateway.upstream.askedBy(userId), generalRequest).values();
  const sources = [...requests].map(async ([request = '']): Promise<Source[]> => {
    const body = bodyOf(request, subject, gateway);
    const found = body === undefined ? null : recordIn(body, subject.record);
    if (!found) return [];
    // An imported item has a body of its own, and others beside it.
    const located = subject.collect && found.item === null ? { ...found, item: found.path } : found;
    const partial = { subject, selection, request, body, located, good };
    return [{ ...partial, without: rememberedBy(JSON.stringify, (item) => askWithout(item, partial, gateway)) }];
  });
  return (await Promise.all(sources)).flat();
}

function bodyOf(request: string, { at }: Subject, { upstream }: OddGateway): unknown {
  const answer = upstream.recorded.get(request);
  const isMeant = at.test(request.split(' ')[1] ?? '');
  return isMeant && answer && answer.status < 300 && answer.text !== '' ? JSON.parse(answer.text) : undefined;
}

/** For the one question that asks by id: the id of the session with the most properties. */
async function exerciseId({ type }: Subject, way: Way, gateway: OddGateway): Promise<Record<string, string>> {
  if (type !== 'Exercise' || way !== 'single') return {};
  const subject: Subject = { record: 'ExerciseHashId', at: /^$/, type };
  const selection = '{ exercises { nodes { polarExerciseId samples { type } route { pointCount } } } }';
  const { data } = await gateway.ask(gateway.newUser(), selection, subject);
  const nodes = valueAt(data, ['viewer', 'exercises', 'nodes']) as { polarExerciseId: string; route: object | null }[];
  return { id: JSON.stringify(nodes.find(({ route }) => route !== null)?.polarExerciseId ?? '') };
}

type Asked = Pick<Source, 'subject' | 'selection' | 'request' | 'body'>;

function askWithout(item: Path, asked: Asked, gateway: OddGateway): Promise<OddAnswer> {
  return askWith(textOf(without(asked.body, item)), asked, gateway);
}

/** What somebody new is answered when AccessLink answers this text to the request of a source. */
export function askWith(text: string, { subject, selection, request }: Asked, gateway: OddGateway): Promise<OddAnswer> {
  const userId = gateway.newUser();
  gateway.upstream.replace(userId, request, { status: 200, text });
  return gateway.ask(userId, selection, subject);
}

function rememberedBy<K, V>(keyOf: (argument: K) => string, get: (argument: K) => V): (argument: K) => V {
  const known = new Map<string, V>();
  return (argument) => {
    const value = known.get(keyOf(argument)) ?? get(argument);
    known.set(keyOf(argument), value);
    return value;
  };
}

/** A request without what differs from day to day and from record to record. */
export function generalRequest(request: string): string {
  return request
    .replace(/\?.*/, '')
    .replaceAll(/\d{4}-\d\d-\d\d/g, '{date}')
    .replaceAll(/\/\d+/g, '/{id}');
}
