// AccessLink for odd bodies: it has the simulator's answers, recorded once and shortened, and gives each user one of their
// own in place of one of them.
import { createServer, type IncomingMessage } from 'node:http';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { shortened } from './shortened-body.ts';

/** The answer to a request: its status, and the text of its body. */
export interface RecordedAnswer {
  readonly status: number;
  readonly text: string;
}

/** A request as method and path. EVERYBODY stands for the user's id. */
type RequestLine = string;

export interface RecordingUpstream {
  readonly url: string;
  /** Every request that was recorded, with its answer. */
  readonly recorded: ReadonlyMap<RequestLine, RecordedAnswer>;
  /** What a user asked. */
  askedBy(userId: string): readonly RequestLine[];
  /** From now on a user gets this answer to one request. */
  replace(userId: string, request: RequestLine, answer: RecordedAnswer): void;
  close(): Promise<void>;
}

/** Stands for the id of whoever asks. */
const EVERYBODY = '7777777701';
/** Links to files lead to nothing: no property is in them. */
const FILE = /\/(fit|tcx|gpx)(\?|$)/;
/** A budget that no test uses up. */
const HEADERS = {
  'content-type': 'application/json',
  'ratelimit-usage': '1, 1',
  'ratelimit-limit': '1000000, 1000000',
  'ratelimit-reset': '900, 86400',
};
const NOTHING: RecordedAnswer = { status: 204, text: '' };

/** Starts it over a simulator, whose first person everybody is. Tokens are ids of users. */
export async function startRecordingUpstream(simulator: Simulator): Promise<RecordingUpstream> {
  const recorded = new Map<RequestLine, RecordedAnswer>();
  const replaced = new Map<string, Readonly<Record<RequestLine, RecordedAnswer>>>();
  const asked = new Map<string, RequestLine[]>();
  const answerTo = async (userId: string, request: RequestLine): Promise<RecordedAnswer> => {
    const before = asked.get(userId) ?? [];
    asked.set(userId, [...before, request]);
    // What AccessLink hands over once, nobody gets twice.
    if (FILE.test(request) || (request.startsWith('POST') && before.includes(request))) return NOTHING;
    const known = replaced.get(userId)?.[request] ?? recorded.get(request);
    if (known) return known;
    const answer = await record(request, simulator);
    recorded.set(request, answer);
    return answer;
  };
  const server = createServer((message, response) => {
    const { userId, request } = requestOf(message);
    answerTo(userId, request).then(
      ({ status, text }) => response.writeHead(status, HEADERS).end(text.replaceAll(EVERYBODY, userId)),
      (failure: unknown) => response.destroy(failure instanceof Error ? failure : undefined),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    recorded,
    askedBy: (userId) => asked.get(userId) ?? [],
    replace: (userId, request, answer) => replaced.set(userId, { ...replaced.get(userId), [request]: answer }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function requestOf({ method, url = '', headers }: IncomingMessage): { userId: string; request: RequestLine } {
  const userId = headers.authorization?.split(' ')[1] ?? '';
  return { userId, request: `${method} ${url.replace(userId, EVERYBODY)}` };
}

async function record(request: RequestLine, { url, people }: Simulator): Promise<RecordedAnswer> {
  const [person] = people;
  if (!person) throw new Error('Cannot record: the simulator has nobody');
  const [method = '', path = ''] = request.split(' ');
  const headers = { authorization: `Bearer ${person.token}`, accept: 'application/json' };
  const response = await fetch(url + path.replace(EVERYBODY, person.userId), { method, headers });
  const text = (await response.text()).replaceAll(person.userId, EVERYBODY);
  return { status: response.status, text: text === '' ? '' : JSON.stringify(shortened(JSON.parse(text))) };
}
