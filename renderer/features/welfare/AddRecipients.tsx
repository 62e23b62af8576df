/** Who is put on a list: members by filters, their children, whole departments, people from outside. */
import { useState } from 'react';
import type { InputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CheckField,
  ChoiceChips,
  CountField,
  Drawer,
  findMembers,
  NamePicker,
  RecordForm,
  SelectField,
  TextAreaField,
} from '../../ui';
import '../events/events.css';
import { CategoryField, ChoiceFound, type Rule, useAdded } from './ChoiceFound';
import type { Campaign } from './useCampaign';

const WHO = ['members', 'children', 'units', 'outsiders'] as const;
type Who = (typeof WHO)[number];
interface Props {
  campaign: Campaign;
  onClose(): void;
}

export function AddRecipients({ campaign, open, onClose }: Props & { open: boolean }) {
  const t = useText();
  const [who, setWho] = useState<Who>('members');
  const Form = { members: MembersForm, children: ChildrenForm, units: UnitsForm, outsiders: OutsidersForm }[
    who
  ];
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('welfare.recipient.add')}
      facts={campaign.fields.name}
      width={440}
    >
      {open && (
        <div className="so-stack">
          <ChoiceChips
            label={t('welfare.choose.who')}
            active={who}
            onChange={(key) => setWho(key as Who)}
            items={WHO.map((key) => ({ key, label: t(`welfare.choose.${key}`) }))}
          />
          <Form campaign={campaign} onClose={onClose} />
        </div>
      )}
    </Drawer>
  );
}

function useDepartments() {
  const rows = useQueryOp('organisation.units', { kind: 'department' }).data?.rows ?? [];
  return rows.map((row) => ({ value: row.id, label: row.name }));
}

interface MemberChoice {
  group: string;
  departmentIds: number[];
  category: Rule;
  once: boolean;
}

/** The filter a group of people means: everyone, women, those in hardship, a saved filter. */
function filterOf(
  choice: Partial<MemberChoice>,
  saved: readonly { id: number; filter: object }[],
): InputOf<'welfare.addMembers'>['filter'] {
  const departmentIds = choice.departmentIds ?? [];
  const view = saved.find((one) => `view:${one.id}` === choice.group);
  if (view) return { ...(view.filter as object), ...(departmentIds.length > 0 ? { departmentIds } : {}) };
  if (choice.group === 'women') return { departmentIds, genders: ['female'] };
  if (choice.group === 'hardship')
    return {
      departmentIds,
      conditions: {
        match: 'all',
        items: [{ field: 'hardship', op: 'in', values: ['hard', 'very_hard'] }],
      },
    };
  return { departmentIds };
}

function MembersForm({ campaign, onClose }: Props) {
  const t = useText();
  const saved = useQueryOp('members.views', {}).data?.rows ?? [];
  const departments = useDepartments();
  const add = useCommandOp('welfare.addMembers', { failure: 'inline', done: useAdded() });
  const start: MemberChoice = {
    group: 'everyone',
    departmentIds: [],
    category: campaign.fields.values[0]?.category ?? 'standard',
    once: campaign.fields.householdOnce ?? true,
  };
  const [choice, setChoice] = useState<Partial<MemberChoice>>(start);
  const groups = [
    ...(['everyone', 'women', 'hardship'] as const).map((value) => ({
      value: value as string,
      label: t(`welfare.choose.${value}`),
    })),
    ...saved.map((view) => ({ value: `view:${view.id}`, label: view.name })),
  ];
  return (
    <>
      <OnePerson campaign={campaign} category={choice.category ?? 'standard'} />
      <RecordForm<MemberChoice>
        draftKey={null}
        initial={start}
        saveLabel={t('welfare.choose.add')}
        onValues={(values) => setChoice({ ...values })}
        onCancel={onClose}
        onSubmit={async (values) => {
          await add.run({
            id: campaign.id,
            filter: filterOf(values, saved),
            category: values.category,
            householdOnce: values.once,
          });
          onClose();
        }}
      >
        <SelectField name="group" label={t('welfare.choose.group')} required options={groups} />
        <SelectField
          name="departmentIds"
          label={t('welfare.choose.departments')}
          hint={t('welfare.choose.departmentsHint')}
          multiple
          options={departments}
        />
        <CategoryField />
        <CheckField name="once" label={t('welfare.choose.once')} />
        <ChoiceFound
          id={campaign.id}
          filter={filterOf(choice, saved)}
          category={choice.category ?? 'standard'}
          householdOnce={choice.once ?? null}
        />
      </RecordForm>
    </>
  );
}

function OnePerson({ campaign, category }: { campaign: Campaign; category: Rule }) {
  const t = useText();
  const add = useCommandOp('welfare.addMembers', { done: useAdded() });
  return (
    <span className="so-events-adder">
      <NamePicker
        label={t('welfare.choose.onePerson')}
        placeholder={t('welfare.choose.onePerson')}
        find={findMembers}
        onPick={({ memberId }) =>
          add.fire({
            id: campaign.id,
            filter: { ids: [memberId], statuses: [] },
            category,
            householdOnce: false,
          })
        }
      />
    </span>
  );
}

interface ChildChoice {
  under: number | null;
  schoolYear: number | null;
  withPrize: boolean;
}

function ChildrenForm({ campaign, onClose }: Props) {
  const t = useText();
  const add = useCommandOp('welfare.addChildren', { failure: 'inline', done: useAdded() });
  return (
    <RecordForm<ChildChoice>
      draftKey={null}
      initial={{ under: 16, schoolYear: null, withPrize: false }}
      saveLabel={t('welfare.choose.add')}
      onCancel={onClose}
      onSubmit={async ({ under, schoolYear, withPrize }) => {
        await add.run({
          id: campaign.id,
          filter: { under: under ?? null, schoolYear: schoolYear ?? null, withPrize },
        });
        onClose();
      }}
    >
      <CountField
        name="under"
        label={t('welfare.choose.under')}
        unit={t('welfare.choose.years')}
        min={1}
        max={120}
      />
      <CountField name="schoolYear" label={t('welfare.choose.schoolYear')} optional min={1990} max={2100} />
      <CheckField name="withPrize" label={t('welfare.choose.withPrize')} />
    </RecordForm>
  );
}

function UnitsForm({ campaign, onClose }: Props) {
  const t = useText();
  const departments = useDepartments();
  const add = useCommandOp('welfare.addUnits', { failure: 'inline', done: useAdded() });
  return (
    <RecordForm<{ orgUnitIds: number[] }>
      draftKey={null}
      initial={{ orgUnitIds: [] }}
      saveLabel={t('welfare.choose.add')}
      onCancel={onClose}
      onSubmit={async ({ orgUnitIds }) => {
        await add.run({ id: campaign.id, orgUnitIds });
        onClose();
      }}
    >
      <SelectField
        name="orgUnitIds"
        label={t('welfare.choose.departments')}
        required
        multiple
        options={departments}
      />
    </RecordForm>
  );
}

/** "Lò Thị Ón; 1950; bản Mường; mẹ liệt sĩ": what is between semicolons may be left out. */
function peopleIn(text: string): InputOf<'welfare.addOutsiders'>['people'] {
  return text
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([name]) => name)
    .map(([name = '', ...rest]) => {
      const year = rest.findIndex((part) => /^(19|20)\d\d$/.test(part));
      const birthYear = year < 0 ? null : rest.splice(year, 1)[0]!;
      const [address, ...relation] = rest.filter(Boolean);
      return { name, birthYear, address: address ?? null, relation: relation.join(', ') || null };
    });
}

function OutsidersForm({ campaign, onClose }: Props) {
  const t = useText();
  const add = useCommandOp('welfare.addOutsiders', { failure: 'inline', done: useAdded() });
  return (
    <RecordForm<{ people: string }>
      draftKey={null}
      initial={{ people: '' }}
      saveLabel={t('welfare.choose.add')}
      onCancel={onClose}
      onSubmit={async ({ people }) => {
        await add.run({ id: campaign.id, people: peopleIn(people) });
        onClose();
      }}
    >
      <TextAreaField name="people" label={t('welfare.choose.people')} required max={20_000} />
    </RecordForm>
  );
}
