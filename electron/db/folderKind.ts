/** Folders in which an open store is in danger, told by their names. */
import { resolve } from 'node:path';

/** Folders of programs that copy what they hold into the cloud while it is in use. */
const CLOUD =
  /(^|[\\/])(onedrive|dropbox|google ?drive|my drive|drive của tôi|icloud ?drive|mobile documents|box ?sync|nextcloud|zalo ?drive)[^\\/]*([\\/]|$)/i;
/** A share on the network: \\server\share, and where Linux shows one. */
const NETWORK = /^(\\\\|\/\/)[^\\/.?]|[\\/]gvfs[\\/]/;

/** A folder copied into the cloud, or on another computer of the network. */
export function looksShared(dir: string): boolean {
  return [dir, resolve(dir)].some((path) => CLOUD.test(path.normalize('NFC')) || NETWORK.test(path));
}
