/** Papers made and saved: PDF after the built-in template, Word from the one in use. */
import { FileText, Printer } from 'lucide-react';
import type { InputOf } from '../../../shared/contract';
import type { InspectionPaper } from '../../../shared/domain/inspection';
import { saveFile, useJobOp, useText } from '../../client';
import type { Action } from '../../ui';

type Asked = Omit<InputOf<'inspection.paperPdf'>, 'paper'>;

export function usePapers(asked: Asked): {
  pdf(paper: InspectionPaper): Action;
  word(paper: InspectionPaper): Action;
} {
  const t = useText();
  const pdf = useJobOp('inspection.paperPdf', { done: null });
  const docx = useJobOp('inspection.paperDocx', { done: null });
  const make = (job: typeof pdf | typeof docx, paper: InspectionPaper) => () =>
    void job.run({ ...asked, paper }).then(saveFile, () => undefined);
  return {
    pdf: (paper) => ({
      key: `pdf-${paper}`,
      label: t(`inspection.paper.${paper}`),
      icon: Printer,
      running: pdf.running,
      onClick: make(pdf, paper),
    }),
    word: (paper) => ({
      key: `word-${paper}`,
      label: t(`inspection.paper.${paper}Word`),
      icon: FileText,
      onClick: make(docx, paper),
    }),
  };
}
