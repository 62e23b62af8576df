/** Papers of a round, made and saved: Word from the template in use, PDF after the built-in one. */
import type { InputOf } from '../../../../shared/contract';
import { saveFile, useJobOp } from '../../../client';

type Asked = Omit<InputOf<'proposals.paperPdf'>, 'roundId'>;

export function usePapers(roundId: number) {
  const pdf = useJobOp('proposals.paperPdf', { done: null });
  const docx = useJobOp('proposals.paperDocx', { done: null });
  const make = async (as: 'pdf' | 'docx', asked: Asked) => {
    const file = await (as === 'pdf' ? pdf : docx).run({ ...asked, roundId }).catch(() => null);
    if (file) await saveFile(file);
  };
  const running = pdf.running ? pdf : docx;
  return { make, progress: running.progress, cancel: running.cancel, stopping: running.stopping };
}
export type RoundPapers = ReturnType<typeof usePapers>;
