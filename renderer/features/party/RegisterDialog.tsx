/** The register on paper or as a workbook: without names, or with them when ticked, with a purpose. */
import { Checkbox, Input } from 'antd';
import { Printer } from 'lucide-react';
import { useId, useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { saveFile, useJobOp, useText } from '../../client';
import type { Action } from '../../ui';
import { PaperDialog } from '../members/papers/PaperDialog';

type Conditions = Pick<InputOf<'party.register'>, 'check' | 'reached' | 'year'>;

/** The action that asks, and what it asks. */
export function useRegister(conditions: Conditions) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const action: Action = {
    key: 'register',
    label: t('party.register.action'),
    icon: Printer,
    onClick: () => setAsking(true),
  };
  const dialog = asking && <RegisterDialog conditions={conditions} onClose={() => setAsking(false)} />;
  return { action, dialog };
}

function RegisterDialog({ conditions, onClose }: { conditions: Conditions; onClose(): void }) {
  const t = useText();
  const id = useId();
  const [names, setNames] = useState(false);
  const [purpose, setPurpose] = useState('');
  const job = useJobOp('party.register', { done: null });
  const make = (format: 'pdf' | 'xlsx') => () =>
    void job
      .run({ ...conditions, names, purpose: names ? purpose : null, format })
      .then(saveFile)
      .then(onClose, () => undefined);
  return (
    <PaperDialog
      title={t('party.register.title')}
      running={t('party.register.running')}
      job={job}
      blocked={names && purpose.trim() === '' ? t('party.register.purposeMissing') : undefined}
      main={{ label: t('party.register.pdf'), onClick: make('pdf'), prints: true }}
      save={{ label: t('party.register.xlsx'), onClick: make('xlsx') }}
      width={520}
      onClose={onClose}
    >
      <div className="so-stack">
        <p>{t('party.register.masked')}</p>
        <Checkbox checked={names} onChange={(event) => setNames(event.target.checked)}>
          {t('party.register.names')}
        </Checkbox>
        {names && (
          <div>
            <label htmlFor={id}>{t('party.field.purpose')}</label>
            <Input
              id={id}
              autoFocus
              value={purpose}
              maxLength={300}
              onChange={(event) => setPurpose(event.target.value)}
            />
          </div>
        )}
      </div>
    </PaperDialog>
  );
}
