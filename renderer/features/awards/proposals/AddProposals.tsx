/** Proposals typed by hand: members found by typing, collectives, names outside the register; for one form at a time. */
import { Input, Select } from 'antd';
import { ChevronDown, Plus } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../../shared/contract';
import type { RecipientKind } from '../../../../shared/domain/awards';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { ActionButton, Drawer, FormSection, findMembers, Icon, matchesTyped, NamePicker } from '../../../ui';
import { useAwardWords } from '../words';
import type { RoundData } from './RoundPage';

type Item = Omit<InputOf<'proposals.takeIn'>['rows'][number], 'formId'>;

export function AddProposals({ data, onClose }: { data: RoundData; onClose(): void }) {
  const t = useText();
  const words = useAwardWords();
  const [formId, setFormId] = useState(data.forms[0]?.id ?? null);
  const form = data.forms.find((one) => one.id === formId);
  const command = useCommandOp('proposals.takeIn', {
    done: (done) =>
      [
        t('proposals.proposal.added', { count: done.ids.length }),
        done.skipped > 0 ? t('proposals.proposal.skipped', { count: done.skipped }) : '',
      ]
        .filter(Boolean)
        .join('. '),
  });
  const add = (items: Item[]) => {
    if (formId !== null)
      command.fire({ roundId: data.round.id, rows: items.map((item) => ({ ...item, formId })) });
  };
  return (
    <Drawer open onClose={onClose} title={t('proposals.proposal.add')} width={460}>
      <div className="so-stack">
        <span className="so-caption">{t('proposals.field.formId')}</span>
        <Select<number>
          aria-label={t('proposals.field.formId')}
          value={formId}
          onChange={setFormId}
          suffixIcon={<Icon of={ChevronDown} />}
          options={data.forms.map((one) => ({
            value: one.id,
            label: words.formName({ form: one.name, formEn: one.nameEn }),
          }))}
        />
        {(form?.forIndividual ?? true) && (
          <FormSection title={t('proposals.proposal.people')}>
            <NamePicker
              autoFocus
              label={t('proposals.proposal.people')}
              placeholder={t('awards.recipients.pick')}
              find={findMembers}
              onClose={onClose}
              onPick={({ memberId }) => add([{ kind: 'individual', memberId }])}
            />
          </FormSection>
        )}
        {(form?.forCollective ?? true) && <Collectives onAdd={add} />}
        <OtherName kind={form?.forIndividual === false ? 'collective' : 'individual'} onAdd={add} />
      </div>
    </Drawer>
  );
}

function Collectives({ onAdd }: { onAdd(items: Item[]): void }) {
  const t = useText();
  const [chosen, setChosen] = useState<number[]>([]);
  const departments = useQueryOp('organisation.units', { kind: 'department' }).data?.rows ?? [];
  const groups = useQueryOp('organisation.units', { kind: 'group' }).data?.rows ?? [];
  return (
    <FormSection title={t('proposals.proposal.collectives')}>
      <span className="so-row">
        <Select<number[]>
          mode="multiple"
          className="so-proposals-grow"
          aria-label={t('proposals.proposal.collectives')}
          value={chosen}
          onChange={setChosen}
          showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
          options={[...departments, ...groups].map((unit) => ({ value: unit.id, label: unit.name }))}
        />
        <ActionButton
          action={{
            key: 'add',
            label: t('proposals.proposal.add'),
            icon: Plus,
            disabled: chosen.length === 0,
            onClick: () => {
              onAdd(chosen.map((orgUnitId) => ({ kind: 'collective', orgUnitId })));
              setChosen([]);
            },
          }}
        />
      </span>
    </FormSection>
  );
}

function OtherName({ kind, onAdd }: { kind: RecipientKind; onAdd(items: Item[]): void }) {
  const t = useText();
  const [name, setName] = useState('');
  const add = () => {
    if (name.trim() !== '') onAdd([{ kind, name: name.trim() }]);
    setName('');
  };
  return (
    <FormSection title={t('proposals.proposal.other')}>
      <span className="so-row">
        <Input
          aria-label={t('proposals.proposal.other')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
        />
        <ActionButton
          action={{
            key: 'add',
            label: t('proposals.proposal.add'),
            icon: Plus,
            disabled: name.trim() === '',
            onClick: add,
          }}
        />
      </span>
    </FormSection>
  );
}
