import { Radio } from 'antd';
import { useState } from 'react';
import { printFile, saveFile, useJobOp, useText } from '../../../client';
import type { MemberDialogProps } from '../memberActions';
import { PaperDialog } from './PaperDialog';

const WHAT = ['cards', 'new', 'changed', 'lost'] as const;

/** Cards of the listed people, or the lists with which cards are asked for. */
export default function CardsDialog({ filter, count, onClose }: MemberDialogProps) {
  const t = useText();
  const [what, setWhat] = useState<(typeof WHAT)[number]>('cards');
  const done = () => t('memberPapers.cards.saved');
  const cards = useJobOp('members.printCards', { done });
  const list = useJobOp('members.printCardList', { done });
  const make = async (out: typeof saveFile | typeof printFile) => {
    const file = what === 'cards' ? await cards.run(filter) : await list.run({ ...filter, kind: what });
    if (file) await out(file);
    onClose();
  };
  return (
    <PaperDialog
      title={t('memberPapers.cards.title')}
      running={t('memberPapers.cards.running')}
      job={what === 'cards' ? cards : list}
      main={{
        label: t('memberPapers.cards.now'),
        prints: true,
        onClick: () => void make(printFile).catch(() => undefined),
      }}
      save={{
        label: t('memberPapers.cards.save'),
        onClick: () => void make(saveFile).catch(() => undefined),
      }}
      width={520}
      onClose={onClose}
    >
      <fieldset className="so-papers-choice">
        <legend>{t('memberPapers.cards.what')}</legend>
        <Radio.Group
          className="so-papers-options"
          value={what}
          onChange={(event) => setWhat(event.target.value)}
        >
          {WHAT.map((value) => (
            <div key={value} className="so-papers-option">
              <Radio value={value}>{t(`memberPapers.cards.${value}`, { count })}</Radio>
              <p className="so-caption">{t(`memberPapers.cards.${value}Hint`)}</p>
            </div>
          ))}
        </Radio.Group>
      </fieldset>
    </PaperDialog>
  );
}
