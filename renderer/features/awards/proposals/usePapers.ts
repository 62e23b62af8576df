/** Papers of a round, made and saved: Word from the template in use, PDF after the built-in one, which is said where they differ. */
import type { InputOf } from '../../../../shared/contract';
import { ROUND_TEMPLATES, type RoundPaper } from '../../../../shared/domain/proposals';
import { saveFile, useJobOp, useQueryOp, useText } from '../../../client';

type Asked = Omit<InputOf<'proposals.paperPdf'>, 'roundId'>;

export function usePapers(roundId: number) {
  const t = useText();
  const templates = useQueryOp('wordTemplates.list', {}).data?.rows;
  const edited = (paper: RoundPaper) =>
    templates?.some((row) => row.key === ROUND_TEMPLATES[paper] && row.edition !== null) ?? false;
  const pdf = useJobOp('proposals.paperPdf', {
    done: (_, { paper }) =>
      edited(paper) ? t('proposals.papers.builtIn', { paper: t(`proposals.papers.${paper}`) }) : null,
  });
  const docx = useJobOp('proposals.paperDocx', { done: null });
  const make = async (as: 'pdf' | 'docx', asked: Asked) => {
    const file = await (as === 'pdf' ? pdf : docx).run({ ...asked, roundId }).catch(() => null);
    if (file) await saveFile(file);
  };
  const running = pdf.running ? pdf : docx;
  return { make, progress: running.progress, cancel: running.cancel, stopping: running.stopping };
}
export type RoundPapers = ReturnType<typeof usePapers>;
