// Responses of the API, and the errors among them.
import { STATUS_CODES } from 'node:http';

/** The response of an endpoint, before it is serialized. */
export interface ApiResponse {
  readonly status: number;
  /** Sent as JSON. Without it and without `content` there is no body. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly content?: { readonly type: string; readonly bytes: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The result of a request handler. */
export type HandlerResult = ApiResponse | Promise<ApiResponse>;

/** Thrown for an error response: its status, and a sentence that says why. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** 200 with a body. */
export function found(body: unknown): ApiResponse {
  return { status: 200, body };
}

/** "No data" as 204 without a body. */
export const NO_CONTENT: ApiResponse = { status: 204 };

/** 200 with the list, or 204 when it is empty. */
export function foundOrNoContent(list: readonly unknown[]): ApiResponse {
  return list.length === 0 ? NO_CONTENT : found(list);
}

/** 200 with the record. Throws an HttpError with 404 when it is null; `name` says what was not found. */
export function foundOrMissing(record: unknown, name: string): ApiResponse {
  if (record === null) throw new HttpError(404, `Cannot find ${name}`);
  return found(record);
}

/** The error body of the API. `corrId` is unique for each response. */
export function errorBody(status: number, message: string, times: { now: number; serial: number }): object {
  return {
    timestamp: new Date(times.now).toISOString(),
    status,
    errorType: (STATUS_CODES[status] ?? 'error').toLowerCase().replaceAll(' ', '_'),
    message,
    corrId: `simulator-${times.serial}`,
  };
}
