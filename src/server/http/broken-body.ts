// A file that breaks while it is sent is cut off with its connection: an end in order would make it look whole.

/** The node response that a file is sent through. */
interface Sent {
  once(event: 'close', listener: () => void): unknown;
  destroy(): unknown;
}

/** The adapter of the socket leaves the connection open when a body breaks, and goes on when the client is gone. */
export function abortOnBrokenBody(response: Response, sent: Sent): Response {
  if (!response.body || !response.headers.has('content-disposition')) return response;
  const reader = response.body.getReader();
  sent.once('close', () => void reader.cancel().catch(() => {}));
  const guarded = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch {
          sent.destroy();
          controller.close();
        }
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(guarded, { status: response.status, headers: response.headers });
}
