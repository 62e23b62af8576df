/** Reads a request's body within a limit of bytes; a longer one is refused as soon as that shows. */
import type { IncomingMessage } from 'node:http';

/** The body, or undefined when it is longer than `limit`. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return resolve(undefined);
    const parts: Buffer[] = [];
    let size = 0;
    const onData = (part: Buffer) => {
      size += part.length;
      if (size > limit) {
        request.off('data', onData);
        request.pause();
        resolve(undefined);
      } else parts.push(part);
    };
    request.on('data', onData);
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('aborted', () => reject(new Error('aborted')));
  });
}
