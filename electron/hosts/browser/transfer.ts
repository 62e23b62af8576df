/** Files in and out of the browser host: an upload becomes a token, a token becomes a download. */
import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { AppError, type Envelope } from '../../../shared/contract/errors';
import { isShownPicture } from '../../../shared/domain/attachments';
import { asAppError } from '../../ipc/asAppError';
import { type FileStore, MAX_INCOMING_BYTES } from '../../ipc/files';
import { refusal } from '../gate';
import { readBody } from './body';

const TOKEN = /^[0-9a-f-]{36}$/;

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
  const bytes = await readBody(request, MAX_INCOMING_BYTES);
  if (bytes === undefined) return end(413, refusal(new AppError('FILE_TOO_LARGE')));
  try {
    end(200, { ok: true, data: files.registerUpload(name, bytes) });
  } catch (error) {
    end(200, refusal(asAppError(error)));
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
