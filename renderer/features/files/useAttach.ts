/** Attaches picked, dropped and pasted files one after another, and says what came of it in one notice. */
import { useState } from 'react';
import { ATTACHMENT_ENDINGS } from '../../../shared/domain/attachments';
import {
  announce,
  announceFailure,
  invoke,
  type PickedFile,
  pickFiles,
  takeFile,
  useText,
} from '../../client';
import { todayIso } from '../../ui';

export function useAttach(entity: string, entityId: number) {
  const t = useText();
  const [step, setStep] = useState<{ at: number; total: number } | null>(null);

  const attachAll = async <T>(items: readonly T[], get: (item: T) => PickedFile | Promise<PickedFile>) => {
    const done: string[] = [];
    let last: Awaited<ReturnType<typeof invoke<'files.attach'>>> | null = null;
    for (const [index, item] of items.entries()) {
      setStep({ at: index + 1, total: items.length });
      try {
        const picked = await get(item);
        last = await invoke('files.attach', { entity, entityId, token: picked.token });
        done.push(picked.name);
      } catch (error) {
        announceFailure(error);
      }
    }
    setStep(null);
    if (last) announce(last, t('files.attached', { count: done.length, name: done[0] ?? '' }));
  };

  const pick = async () => {
    try {
      await attachAll(await pickFiles(ATTACHMENT_ENDINGS), (picked) => picked);
    } catch (error) {
      announceFailure(error);
    }
  };
  /** A pasted picture has no name of its own. */
  const take = (files: readonly File[]) =>
    attachAll(files, (file) =>
      takeFile(
        /^image\.\w+$/.test(file.name)
          ? new File([file], `${t('files.pasted')} ${todayIso()}.${file.name.split('.').at(-1)}`, {
              type: file.type,
            })
          : file,
      ),
    );
  return { pick, take, step };
}
