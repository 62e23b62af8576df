/** Certificates of the invented unit carry a signed code. */
import type { Invoke } from './seed';

export async function seedProof(invoke: Invoke): Promise<void> {
  const { version, national } = await invoke('certificates.settings', {});
  await invoke('certificates.saveSettings', { version, national, code: true });
}
