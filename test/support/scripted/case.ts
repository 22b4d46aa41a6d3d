// What a case is: what AccessLink answers, what is then asked of the gateway, and what must hold.

/** A text, or its parts, which a blank joins. */
export type Text = string | readonly string[];

/** One answer of AccessLink, for the requests that it fits. */
export interface Reply {
  /** Method and pattern of the whole path, such as `GET /v3/users/sleep(/.*)?`. */
  readonly at: string;
  /** A pattern somewhere in the query. */
  readonly query?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body: one of these, or none. */
  readonly json?: unknown;
  readonly text?: Text;
  readonly base64?: string;
  /** Records by date. A path that ends in a date gets that day's, a range those in it, any other path all of them. */
  readonly byDay?: Readonly<Record<string, unknown>>;
  /** With `byDay`, days from today: a request that reaches further back, or further ahead, is answered with 400. */
  readonly oldest?: number;
  readonly newest?: number;
  /** With `byDay`: the property that holds the list. */
  readonly wrap?: string;
  /** With `byDay`: the status of a day without a record, 404 by default. */
  readonly none?: number;
  readonly delayMs?: number;
  /** How often it answers; then the next one that fits does. */
  readonly times?: number;
  /** AccessLink sends this to the address of the webhook first, and refuses with 400 unless it gets 200. */
  readonly pingBack?: Ping;
}

export interface Ping {
  /** By default the address in the body of the request. */
  readonly url?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A path into what a step got, an operator, and the value that it takes. */
export type Expectation = readonly [path: string, operator: string, value?: unknown];

/** One thing that is done; which it is follows from its properties. */
export interface Step {
  readonly query?: Text;
  /** `partner`, `session` (whoever signed in), or the id of a user; by default the user of the case. */
  readonly as?: string;
  /** The time zone header. */
  readonly zone?: string;
  readonly anonymous?: boolean;
  readonly deliver?: Delivery;
  /** The query with which Polar's consent page sends the person back. */
  readonly signIn?: Readonly<Record<string, string>>;
  /** Whether they sign in for an app; by default for a browser. */
  readonly app?: boolean;
  /** The path of a URL in what the step before got. */
  readonly open?: string;
  /** What must hold of the log so far. */
  readonly log?: readonly Expectation[];
  /** Time passes for the gateway; nobody waits. */
  readonly waitMs?: number;
  /** AccessLink has been asked this, such as `GET /v3/users/sleep`. */
  readonly asked?: string;
  /** The step is repeated until it holds, while so much time passes for the gateway. */
  readonly withinMs?: number;
  readonly expect?: readonly Expectation[];
}

export interface Delivery {
  /** It is signed with this key; without one it is not signed. */
  readonly key?: string;
  /** An object, or the text of a body that is none; no body by default. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is answered and done. */
export interface Script {
  readonly replies: readonly Reply[];
  readonly steps: readonly Step[];
}

/** One instance of an oddity. */
export interface CaseInstance extends Script {
  /** What is odd, as a sentence. */
  readonly strange: string;
  /** The time of day of the gateway, in UTC. */
  readonly time?: string;
}

/** An oddity: a file of test/cases. */
export interface Case {
  readonly kind: string;
  /** Why what is expected is right. */
  readonly why: string;
  /** What comes first in each instance. */
  readonly shared?: Script;
  /** The first is the one that was met, the others are of its kind. */
  readonly instances: readonly CaseInstance[];
}

export function joined(text: Text): string {
  return typeof text === 'string' ? text : text.join(' ');
}
