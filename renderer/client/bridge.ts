/**
 * The one way to the core: the desktop preload's `window.so`, or the same two calls over HTTP in the browser host.
 * Everything is relative to the page's address, whose first segment is the session key.
 */
import type { CoreEvent, Bridge as HostBridge, InvokeRequest } from '../../shared/contract/bridge';
import type { Envelope } from '../../shared/contract/errors';

export interface Bridge extends HostBridge {
  readonly host: 'desktop' | 'browser';
}

declare global {
  interface Window {
    so?: Bridge;
  }
}

const RETRY_MS = 1000;
const unreachable = (): Envelope<never> => ({
  ok: false,
  error: { code: 'SHUTTING_DOWN', messageKey: 'errors.SHUTTING_DOWN', requestId: '' },
});

function httpBridge(): Bridge {
  const listeners = new Set<(event: CoreEvent) => void>();
  let listening = false;
  let asked = false;

  async function invoke(request: InvokeRequest): Promise<Envelope<unknown>> {
    asked = true;
    try {
      const reply = await fetch('./api/invoke', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      return (await reply.json()) as Envelope<unknown>;
    } catch {
      return unreachable();
    }
  }

  async function listen(): Promise<void> {
    while (listeners.size > 0) {
      try {
        const reply = await fetch('./api/events');
        // What changed before the stream was open was told to nobody here.
        if (reply.ok && asked) tell({ type: 'state', state: 'ready' });
        if (reply.body) await readLines(reply.body, (line) => tell(JSON.parse(line) as CoreEvent));
      } catch {
        // The stream ends when the program closes or the machine sleeps; it is opened again below.
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    listening = false;
  }

  function tell(event: CoreEvent): void {
    for (const listener of listeners) listener(event);
  }

  return {
    host: 'browser',
    invoke,
    on(listener) {
      listeners.add(listener);
      if (!listening) {
        listening = true;
        void listen();
      }
      return () => listeners.delete(listener);
    },
  };
}

/** Calls `onLine` for each non-empty line of a streamed reply. */
export async function readLines(
  body: ReadableStream<Uint8Array>,
  onLine: (line: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line);
    if (done) return;
  }
}

let chosen: Bridge | undefined;
/** The bridge of this window. */
export function bridge(): Bridge {
  chosen ??= window.so ?? httpBridge();
  return chosen;
}

/** Tests only: puts another bridge in place. */
export function useBridgeForTest(other: Bridge | undefined): void {
  chosen = other;
}
