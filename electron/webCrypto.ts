/** Node 18 keeps the web's `crypto` out of the global scope; libraries that make identifiers expect it there. */
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto as never;
