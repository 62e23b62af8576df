/** Saving a version, going back to one, a sheet on trial, and the layout as a file. */

import type { Layout } from '../../../shared/domain/layout';
import { announceFailure, invoke, OpError, saveFile, useCommandOp, useJobOp, useText } from '../../client';
import type { OpenLayout } from './DesignerPage';
import type { Design } from './model/state';
import type { Draft } from './useDraft';
import type { Mode, Show } from './useDrawn';

interface Keeping {
  found: OpenLayout;
  own: NonNullable<OpenLayout['own']>;
  design: Design;
  draft: Draft;
  show: Show;
  mode: Mode;
}

export function useKeeping({ found, own, design, draft, show, mode }: Keeping) {
  const t = useText();
  const saving = useCommandOp('certificates.saveLayout', {
    done: (data) => t('designer.saved', { number: data.number }),
  });
  const using = useCommandOp('certificates.useVersion', {
    done: (_, input) => t('designer.wentBack', { number: input.number }),
  });
  const proofing = useJobOp('certificates.proof', { done: null });
  const exporting = useJobOp('certificates.exportLayout', { done: null });

  const changed = () => draft.keptAt !== null || draft.pending;

  const saveNow = async (note: string | null) => {
    const { layout } = design;
    await draft.flush();
    const { data } = await invoke('certificates.layout', { layoutId: found.layoutId });
    const version = data.own?.version ?? own.version;
    const done = await saving.run({ id: own.id, version, layout: JSON.stringify(layout), note });
    draft.clear(layout);
    return done;
  };
  const quietly = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof OpError)) announceFailure(error);
    }
  };
  return {
    printing: proofing.running,
    save: () => quietly(async () => (changed() ? saveNow(null) : undefined)),
    /** What is not saved becomes a version first, so that going back loses nothing. */
    goBack: (number: number) =>
      quietly(async () => {
        if (changed()) await saveNow(t('designer.beforeGoingBack', { number }));
        await using.run({ id: own.id, number });
        const { data } = await invoke('certificates.layout', { layoutId: found.layoutId });
        const layout = JSON.parse(data.layout) as Layout;
        design.load(layout);
        draft.clear(layout);
      }),
    proof: () =>
      quietly(async () => {
        const source = JSON.stringify(design.layout);
        const { file } = await proofing.run({ source, show, mode });
        await saveFile(file);
      }),
    send: () =>
      quietly(async () => {
        const file = await exporting.run({ layoutId: found.layoutId });
        await saveFile(file);
      }),
  };
}
