/** Adds people by toneless typing, whole departments, collectives and households to a draft. */
import { Select } from 'antd';
import { ChevronDown, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { invoke, useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  type Candidate,
  Drawer,
  FieldRow,
  FormSection,
  findMembers,
  Icon,
  matchesTyped,
  NamePicker,
  RecordForm,
  Tabs,
  TextField,
} from '../../ui';
import '../events/events.css';
import type { Decision } from './DecisionPage';

type Item = InputOf<'awards.addRecipients'>['items'][number];
type Add = (items: Item[]) => Promise<void>;
const TABS = ['tabPerson', 'tabMany', 'tabUnit', 'tabHousehold'] as const;

export function AddRecipients({ decision, onClose }: { decision: Decision; onClose(): void }) {
  const t = useText();
  const [tab, setTab] = useState<(typeof TABS)[number]>('tabPerson');
  const command = useCommandOp('awards.addRecipients', {
    done: (data) =>
      [
        t('awards.recipients.added', { count: data.ids.length }),
        data.skipped > 0 ? t('awards.recipients.skipped', { count: data.skipped }) : '',
      ]
        .filter(Boolean)
        .join(' '),
  });
  const add: Add = async (items) => {
    await command.run({ id: decision.id, items });
  };
  return (
    <Drawer open onClose={onClose} title={t('awards.recipients.add')} width={440}>
      <div className="so-stack">
        <Tabs
          items={TABS.map((key) => ({ key, label: t(`awards.recipients.${key}`) }))}
          active={tab}
          onChange={(key) => setTab(TABS.find((one) => one === key) ?? 'tabPerson')}
        />
        {tab === 'tabPerson' && <OnePerson add={add} onClose={onClose} />}
        {tab === 'tabMany' && <WholeDepartment add={add} />}
        {tab === 'tabUnit' && <Collectives add={add} />}
        {tab === 'tabHousehold' && <Household add={add} onClose={onClose} />}
      </div>
    </Drawer>
  );
}

function OnePerson({ add, onClose }: { add: Add; onClose(): void }) {
  const t = useText();
  return (
    <>
      <NamePicker
        autoFocus
        label={t('awards.recipients.pickLabel')}
        placeholder={t('awards.recipients.pick')}
        find={findMembers}
        onClose={onClose}
        onPick={(candidate) =>
          void add([{ kind: 'individual', memberId: candidate.memberId }]).catch(() => undefined)
        }
      />
      <FormSection title={t('awards.recipients.otherPerson')}>
        <RecordForm<{ honorific: string | null; name: string; post: string | null; unitName: string | null }>
          draftKey={null}
          initial={{}}
          saveLabel={t('awards.recipients.addOther')}
          onSubmit={(values) => add([{ kind: 'individual', ...values }])}
        >
          <FieldRow columns="84px 1fr">
            <TextField name="honorific" label={t('awards.recipient.honorific')} max={20} />
            <TextField name="name" label={t('awards.recipient.name')} required max={100} />
          </FieldRow>
          <TextField name="post" label={t('awards.recipient.post')} max={200} />
          <TextField name="unitName" label={t('awards.recipient.unitName')} max={200} />
        </RecordForm>
      </FormSection>
    </>
  );
}

function WholeDepartment({ add }: { add: Add }) {
  const t = useText();
  const [chosen, setChosen] = useState<number[]>([]);
  const units = useQueryOp('organisation.units', { kind: 'department' }).data?.rows ?? [];
  const count = units.filter((unit) => chosen.includes(unit.id)).reduce((sum, unit) => sum + unit.members, 0);
  const addAll = async () => {
    const { data } = await invoke('members.ids', { departmentIds: chosen });
    await add(data.ids.map((memberId) => ({ kind: 'individual' as const, memberId })));
    setChosen([]);
  };
  return (
    <>
      <UnitSelect
        label={t('awards.recipients.department')}
        units={units}
        value={chosen}
        onChange={setChosen}
      />
      <ActionButton
        primary
        action={{
          key: 'add',
          label: count > 0 ? t('awards.recipients.addAll', { count }) : t('awards.recipients.addAllNone'),
          icon: UserPlus,
          disabled: count === 0,
          onClick: () => void addAll().catch(() => undefined),
        }}
      />
    </>
  );
}

function UnitSelect({
  label,
  units,
  value,
  onChange,
}: {
  label: string;
  units: readonly { id: number; name: string; members: number }[];
  value: number[];
  onChange(ids: number[]): void;
}) {
  return (
    <Select<number[]>
      mode="multiple"
      aria-label={label}
      placeholder={label}
      className="so-awards-units"
      value={value}
      onChange={onChange}
      suffixIcon={<Icon of={ChevronDown} />}
      showSearch={{ filterOption: (typed, option) => matchesTyped(typed, String(option?.label ?? '')) }}
      options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}

function Collectives({ add }: { add: Add }) {
  const t = useText();
  const [chosen, setChosen] = useState<number[]>([]);
  const units = useQueryOp('organisation.units', {}).data?.rows ?? [];
  const count = chosen.length;
  return (
    <>
      <UnitSelect label={t('awards.recipients.units')} units={units} value={chosen} onChange={setChosen} />
      <ActionButton
        primary
        action={{
          key: 'add',
          label: count > 0 ? t('awards.recipients.addUnits', { count }) : t('awards.recipients.addUnitsNone'),
          icon: UserPlus,
          disabled: count === 0,
          onClick: () =>
            void add(chosen.map((orgUnitId) => ({ kind: 'collective' as const, orgUnitId })))
              .then(() => setChosen([]))
              .catch(() => undefined),
        }}
      />
      <FormSection title={t('awards.recipients.otherUnit')}>
        <RecordForm<{ name: string }>
          draftKey={null}
          initial={{}}
          saveLabel={t('awards.recipients.addOther')}
          onSubmit={({ name }) => add([{ kind: 'collective', name }])}
        >
          <TextField name="name" label={t('awards.recipient.name')} required max={200} />
        </RecordForm>
      </FormSection>
    </>
  );
}

interface Couple {
  honorific: string | null;
  name: string;
  spouseHonorific: string | null;
  spouseName: string | null;
  unitName: string | null;
}

/** Two names; the first may be a member, whose post and unit are then taken from the register. */
function Household({ add, onClose }: { add: Add; onClose(): void }) {
  const t = useText();
  const [member, setMember] = useState<Candidate | null>(null);
  return (
    <RecordForm<Couple>
      draftKey={null}
      initial={{}}
      saveLabel={t('awards.recipients.addHousehold')}
      onSubmit={async (values) => {
        await add([
          {
            kind: 'household',
            ...values,
            memberId: member?.fullName === values.name ? member.memberId : null,
          },
        ]);
        setMember(null);
      }}
    >
      {(form) => (
        <>
          <NamePicker
            label={t('awards.recipients.pickLabel')}
            placeholder={t('awards.recipients.spouseHint')}
            find={findMembers}
            onClose={onClose}
            onPick={(candidate) => {
              setMember(candidate);
              form.setFieldsValue({ name: candidate.fullName });
            }}
          />
          <FormSection title={t('awards.recipients.firstSpouse')}>
            <FieldRow columns="84px 1fr">
              <TextField name="honorific" label={t('awards.recipient.honorific')} max={20} />
              <TextField name="name" label={t('awards.recipient.name')} required max={100} />
            </FieldRow>
          </FormSection>
          <FormSection title={t('awards.recipients.secondSpouse')}>
            <FieldRow columns="84px 1fr">
              <TextField name="spouseHonorific" label={t('awards.recipient.spouseHonorific')} max={20} />
              <TextField name="spouseName" label={t('awards.recipient.spouseName')} required max={100} />
            </FieldRow>
            <TextField name="unitName" label={t('awards.recipient.unitName')} optional max={200} />
          </FormSection>
        </>
      )}
    </RecordForm>
  );
}
