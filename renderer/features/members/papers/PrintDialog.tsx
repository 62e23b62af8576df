import { Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { printFile, saveFile, useJobOp, useText } from '../../../client';
import type { MemberDialogProps } from '../memberActions';
import { ColumnBoxes } from './ColumnBoxes';
import { PaperDialog } from './PaperDialog';
import { useColumnChoice } from './useColumnChoice';

const PRINTED = ['fullName', 'gender', 'birthDate', 'jobTitle', 'cardNo', 'phone'];
const BY = { department: 'byDepartment', group: 'byGroup', none: 'byNone' } as const;
const ORIENTATIONS = ['auto', 'portrait', 'landscape'] as const;

/** The list on paper, by department or union group. */
export default function PrintDialog({ filter, count, columns: shown, onClose }: MemberDialogProps) {
  const t = useText();
  const choice = useColumnChoice(PRINTED);
  const [title, setTitle] = useState('');
  const [by, setBy] = useState<keyof typeof BY>('department');
  const [pageEach, setPageEach] = useState(false);
  const [signature, setSignature] = useState(false);
  const [orientation, setOrientation] = useState<(typeof ORIENTATIONS)[number]>('auto');
  const job = useJobOp('members.printList', { done: () => t('memberPapers.print.saved', { count }) });
  const make = async (out: typeof saveFile | typeof printFile) => {
    const file = await job.run({
      ...filter,
      columns: [...choice.columns],
      by,
      pageEach: pageEach && by !== 'none',
      signature,
      orientation,
      title: title.trim() || null,
      purpose: choice.asksPurpose ? choice.purpose : null,
    });
    if (file) await out(file);
    onClose();
  };
  return (
    <PaperDialog
      title={t('memberPapers.print.title')}
      running={t('memberPapers.print.running')}
      job={job}
      blocked={choice.blocked}
      main={{
        label: t('memberPapers.print.now', { count }),
        prints: true,
        onClick: () => void make(printFile).catch(() => undefined),
      }}
      save={{
        label: t('memberPapers.print.save'),
        onClick: () => void make(saveFile).catch(() => undefined),
      }}
      onClose={onClose}
    >
      <div className="so-papers-form">
        <div className="so-papers-field">
          <label htmlFor="papers-title">{t('memberPapers.print.heading')}</label>
          <Input
            id="papers-title"
            value={title}
            maxLength={200}
            placeholder={t('memberPapers.print.headingPlaceholder')}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="so-papers-pair">
          <fieldset className="so-papers-choice">
            <legend>{t('memberPapers.print.by')}</legend>
            <Radio.Group
              className="so-papers-options"
              value={by}
              onChange={(event) => setBy(event.target.value)}
              options={(Object.keys(BY) as (keyof typeof BY)[]).map((value) => ({
                value,
                label: t(`memberPapers.print.${BY[value]}`),
              }))}
            />
          </fieldset>
          <fieldset className="so-papers-choice">
            <legend>{t('memberPapers.print.orientation')}</legend>
            <Radio.Group
              className="so-papers-options"
              value={orientation}
              onChange={(event) => setOrientation(event.target.value)}
              options={ORIENTATIONS.map((value) => ({ value, label: t(`memberPapers.print.${value}`) }))}
            />
          </fieldset>
        </div>
        <div className="so-papers-options">
          <Checkbox
            checked={pageEach}
            disabled={by === 'none'}
            onChange={(event) => setPageEach(event.target.checked)}
          >
            {t('memberPapers.print.pageEach')}
          </Checkbox>
          <Checkbox checked={signature} onChange={(event) => setSignature(event.target.checked)}>
            {t('memberPapers.print.signature')}
          </Checkbox>
          <p className="so-caption">{t('memberPapers.print.total')}</p>
        </div>
        <ColumnBoxes choice={choice} shown={shown} />
      </div>
    </PaperDialog>
  );
}
