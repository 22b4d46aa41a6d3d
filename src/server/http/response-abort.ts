// Aborts the connection when a download breaks off: a regular end would make the file look complete.

/** The Node response that carries a download. */
interface OutgoingResponse {
  once(event: 'close', listener: () => void): unknown;
  destroy(): unknown;
}

/**
 * Guards a response with `content-disposition`; any other is returned as it is. Without the guard the socket's adapter
 * leaves the connection open when a body fails, and goes on reading the body when the client has disconnected.
 */
export function abortOnBrokenBody(response: Response, outgoing: OutgoingResponse): Response {
  if (!response.body || !response.headers.has('content-disposition')) return response;
  const reader = response.body.getReader();
  outgoing.once('close', () => void reader.cancel().catch(() => {}));
  const guarded = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch {
          outgoing.destroy();
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(guarded, { status: response.status, headers: response.headers });
}
