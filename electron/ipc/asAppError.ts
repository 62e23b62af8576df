/** What is thrown, as one of our codes; threads use it too. */
import { AppError, ERROR_CODES, type ErrorCode } from '../../shared/contract/errors';

/** The disk cannot be read or written: pulled out, gone from the network, or broken. */
const DISK_GONE = /^(EIO|ENXIO|ENODEV|ESTALE|EHOSTDOWN|ENOTCONN|SQLITE_IOERR|SQLITE_CANTOPEN)/;

/** Turns anything thrown into a code; SQLite's own codes become ours. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE' || code === 'ENOSPC')
    return new AppError('DISK_FULL');
  if (code === 'EBUSY' || code === 'EPERM') return new AppError('FILE_IN_USE');
  if (code === 'SQLITE_READONLY' || code === 'EROFS' || code === 'EACCES') return new AppError('READ_ONLY');
  if (typeof code === 'string' && DISK_GONE.test(code)) return new AppError('DISK_FAILED');
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) return new AppError('BUSY');
  if (typeof code === 'string' && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'))
    return new AppError('STORE_DAMAGED');
  if (code === 'SQLITE_CONSTRAINT_TRIGGER') return new AppError(ruleOf(error));
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return new AppError('NOT_FOUND');
  if (code === 'SQLITE_CONSTRAINT_UNIQUE') return new AppError('DUPLICATE');
  if ((error as { name?: string } | null)?.name === 'AbortError') return new AppError('CANCELLED');
  return new AppError('INTERNAL');
}

/** A rule kept by a trigger of the store names its code as the message. */
function ruleOf(error: unknown): ErrorCode {
  const message = (error as { message?: string }).message;
  return ERROR_CODES.find((code) => code === message) ?? 'INTERNAL';
}
