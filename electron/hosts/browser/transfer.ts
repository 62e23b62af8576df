/** Files in and out of the browser host: an upload becomes a token, a token becomes a download. */
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { pipeline as piped } from 'node:stream/promises';
import { AppError, type Envelope } from '../../../shared/contract/errors';
import { isShownPicture } from '../../../shared/domain/attachments';
import { asAppError } from '../../ipc/asAppError';
import { type FileStore, MAX_COPY_BYTES, MAX_INCOMING_BYTES } from '../../ipc/files';
import { refusal } from '../gate';
import { readBody } from './body';

const TOKEN = /^[0-9a-f-]{36}$/;
const COPY = /\.sod$/i;

/** POST with the file as its body and its name in the address; answers an envelope with { token, name, size }. */
export async function takeUpload(
  request: IncomingMessage,
  response: ServerResponse,
  files: FileStore,
  name: string | null,
): Promise<void> {
  const end = (status: number, envelope: Envelope<unknown>) => {
    response.writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      ...(status === 200 ? {} : { Connection: 'close' }),
    });
    response.end(JSON.stringify(envelope));
  };
  if (request.method !== 'POST') return end(405, refusal(new AppError('INVALID_INPUT')));
  if (!name || name.length > 300 || request.headers['content-type'] !== 'application/octet-stream')
    return end(400, refusal(new AppError('INVALID_INPUT')));
  if (COPY.test(name)) {
    const taken = await receiveCopy(request, files, name).catch(asAppError);
    if (!(taken instanceof AppError)) return end(200, { ok: true, data: taken });
    return end(taken.code === 'FILE_TOO_LARGE' ? 413 : 200, refusal(taken));
  }
  const bytes = await readBody(request, MAX_INCOMING_BYTES);
  if (bytes === undefined) return end(413, refusal(new AppError('FILE_TOO_LARGE')));
  try {
    end(200, { ok: true, data: files.registerUpload(name, bytes) });
  } catch (error) {
    end(200, refusal(asAppError(error)));
  }
}

/** A copy of a whole store may be larger than memory: it goes to the disk as it comes in. */
async function receiveCopy(request: IncomingMessage, files: FileStore, name: string) {
  const place = files.receive(name);
  let size = 0;
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      size += part.length;
      if (size > MAX_COPY_BYTES) throw new AppError('FILE_TOO_LARGE');
      yield part;
    }
  }
  try {
    await piped(request, counted, createWriteStream(place.path, { mode: 0o600 }));
    return place.done();
  } catch (error) {
    rmSync(place.path, { force: true });
    throw error;
  }
}

/** Sends a produced file, to be saved or (PDF and pictures only) to be shown by the browser. */
export function sendFile(response: ServerResponse, files: FileStore, token: string, inline: boolean): void {
  let file: ReturnType<FileStore['outgoing']>;
  try {
    if (!TOKEN.test(token)) throw new Error('token');
    file = files.outgoing(token);
  } catch {
    response.writeHead(404, { 'Content-Type': 'text/plain', Connection: 'close' });
    response.end();
    return;
  }
  const shown = inline && (file.mime === 'application/pdf' || isShownPicture(file.mime));
  const ascii = file.name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
  response.writeHead(200, {
    'Content-Type': file.mime,
    'Content-Length': file.size,
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${ascii || 'file'}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  });
  // Ends the reading too when the browser gives up halfway.
  pipeline(createReadStream(file.path), response, () => undefined);
}
