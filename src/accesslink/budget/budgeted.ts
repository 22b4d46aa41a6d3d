// A transport whose calls pass the budget.
import { AccessLinkError, type AccessLinkErrorCode } from '../errors.ts';
import type { Upstream, UpstreamFile } from '../upstream.ts';
import { callOf } from './call.ts';
import type { Gate } from './gate.ts';
import type { Pass } from './pass.ts';

/** Wraps transports. A file holds its connection until its body is closed. */
export function withBudget({ send, openFile, close }: Upstream, gate: Gate): Upstream {
  return {
    send: async (request) => {
      const pass = await gate.enter(callOf(request));
      try {
        const reply = await send({ ...request, onRateLimit: pass.observe });
        pass.prove();
        return reply;
      } catch (failure) {
        await settle(pass, failure);
        throw failure;
      } finally {
        pass.end();
      }
    },
    openFile: async (request) => {
      const pass = await gate.enter(callOf(request));
      const file = await openWith(pass, () => openFile({ ...request, onRateLimit: pass.observe }));
      if (file === null) pass.end();
      else file.body.once('close', pass.end);
      return file;
    },
    close: async () => {
      await gate.close();
      await close();
    },
  };
}

async function openWith(pass: Pass, open: () => Promise<UpstreamFile | null>): Promise<UpstreamFile | null> {
  try {
    const file = await open();
    if (file) pass.prove();
    return file;
  } catch (failure) {
    await settle(pass, failure);
    pass.end();
    throw failure;
  }
}

/** AccessLink says so to whoever has a valid credential: to others it says 401. */
const ACCEPTED: readonly AccessLinkErrorCode[] = ['forbidden', 'unregistered', 'conflict'];

/** What a failure says about the budget. */
async function settle(pass: Pass, failure: unknown): Promise<void> {
  if (!(failure instanceof AccessLinkError)) return;
  if (!failure.isSent) pass.cancel();
  else if (ACCEPTED.includes(failure.code)) pass.prove();
  else if (failure.code === 'rate-limited') await pass.block(failure.retryAfterSeconds ?? 0);
}
