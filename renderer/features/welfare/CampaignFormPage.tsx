/** The form of a gift campaign, new or edited: a list to come, or a count from a report. */
import { Form } from 'antd';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { COUNT_FLAGS } from '../../../shared/domain/eventFigures';
import { CAMPAIGN_KINDS, GIFT_CATEGORIES, GIFT_SOURCES } from '../../../shared/domain/welfare';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  CheckField,
  CountField,
  DateField,
  ErrorState,
  FieldRow,
  FormSection,
  LoadingBars,
  MoneyField,
  Page,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
  todayIso,
} from '../../ui';
import { useAdded } from './ChoiceFound';
import { useOccasions } from './useCampaign';
import './welfare.css';

type Fields = InputOf<'welfare.createCampaign'>;
type Filter = InputOf<'welfare.addMembers'>['filter'];
type Value = NonNullable<Fields['values']>[number];
type Source = NonNullable<Fields['sources']>[number];

export default function CampaignFormPage() {
  const { id } = useParams();
  return id === undefined ? <NewCampaign /> : <EditCampaign id={Number(id)} />;
}

function NewCampaign() {
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('welfare.createCampaign', {
    failure: 'inline',
    done: (_, input) => t('welfare.created', { name: input.name }),
  });
  const fill = useCommandOp('welfare.addMembers', { done: useAdded() });
  const people = useLocation().state as { filter: Filter; count: number } | null;
  const today = todayIso();
  const [address] = useSearchParams();
  const asked = Object.fromEntries(address) as Partial<Record<'occasion' | 'onDate' | 'name', string>>;
  return (
    <Page title={t('welfare.addTitle')} crumbs={[{ label: t('welfare.title'), to: '/welfare' }]}>
      {people && <p className="so-caption">{t('welfare.fromMembers.placed', { count: people.count })}</p>}
      <CampaignForm
        proposing
        draftKey={`welfare:new${asked.occasion ? `:${asked.occasion}:${asked.onDate ?? ''}` : ''}`}
        initial={{
          kind: 'list',
          ...asked,
          year: Number((asked.onDate ?? today).slice(0, 4)),
          householdOnce: true,
          orientation: 'portrait',
          values: [{ category: 'standard' }, { category: 'hard' }],
          sources: [{ kind: 'own' } as Source],
        }}
        onCancel={() => navigate('/welfare')}
        onSave={async (fields) => {
          const saved = await create.run(fields);
          const category = fields.values?.[0]?.category ?? 'standard';
          if (people && fields.kind !== 'count') fill.fire({ id: saved.id, filter: people.filter, category });
          navigate(`/welfare/${saved.id}`, { replace: true });
        }}
      />
    </Page>
  );
}

function EditCampaign({ id }: { id: number }) {
  const t = useText();
  const query = useQueryOp('welfare.campaign', { id });
  const name = query.data?.fields.name ?? t('welfare.edit');
  return (
    <Page
      title={t('welfare.edit')}
      crumbs={[
        { label: t('welfare.title'), to: '/welfare' },
        { label: name, to: `/welfare/${id}` },
      ]}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <EditForm key={query.data.version} campaign={query.data} onReload={() => void query.refetch()} />
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}

function EditForm({ campaign, onReload }: { campaign: OutputOf<'welfare.campaign'>; onReload(): void }) {
  const t = useText();
  const navigate = useNavigate();
  const update = useCommandOp('welfare.updateCampaign', {
    failure: 'inline',
    done: (_, input) => t('welfare.updated', { name: input.name }),
  });
  const back = () => navigate(`/welfare/${campaign.id}`, { replace: true });
  return (
    <CampaignForm
      draftKey={`welfare:${campaign.id}`}
      initial={campaign.fields as Partial<Fields>}
      onCancel={back}
      onReload={onReload}
      onSave={async (fields) => {
        await update.run({ ...fields, id: campaign.id, version: campaign.version });
        back();
      }}
    />
  );
}

/** What the form leaves empty is not sent; a count holds no list, a list no count. */
function sent(values: Fields): Fields {
  const list = values.kind !== 'count';
  const filled = (values.values ?? []).filter((value) => value?.category);
  const once = new Map(filled.map((value) => [value.category, value]));
  const worth = (value: Value): Value => ({
    ...value,
    cash: value.cash ?? 0,
    kindText: value.kindText ?? null,
    kindValue: value.kindValue ?? 0,
  });
  return {
    ...values,
    values: list ? [...once.values()].map(worth) : [],
    sources: list
      ? (values.sources ?? [])
          .filter((source) => source?.kind && source.amount != null)
          .map((source) => ({ ...source, name: source.name ?? null, earmarkId: source.earmarkId ?? null }))
      : [],
    count: list ? null : { ...values.count, source: values.count?.source ?? '' },
  };
}

function CampaignForm(props: {
  /** A new one is named after its occasion, until a name is typed. */
  proposing?: boolean;
  draftKey: string;
  initial: Partial<Fields>;
  onCancel(): void;
  onReload?: () => void;
  onSave(fields: Fields): Promise<void>;
}) {
  const t = useText();
  const occasions = useOccasions();
  const [kind, setKind] = useState(props.initial.kind ?? 'list');
  return (
    <RecordForm<Fields>
      draftKey={props.draftKey}
      initial={props.initial}
      enterSaves={false}
      onCancel={props.onCancel}
      onValues={(values) => setKind(values.kind ?? 'list')}
      onSubmit={(values) => props.onSave(sent(values))}
      {...(props.onReload ? { onReload: props.onReload } : {})}
    >
      <TextField name="name" label={t('welfare.field.name')} required max={200} autoFocus />
      {props.proposing && <ProposedName occasions={occasions} />}
      <FieldRow columns="1fr 110px">
        <SelectField
          name="occasion"
          label={t('welfare.field.occasion')}
          clearable
          placeholder={t('welfare.field.noOccasion')}
          options={occasions}
        />
        <SelectField
          name="year"
          label={t('welfare.field.year')}
          required
          options={yearsAround(props.initial.year)}
        />
      </FieldRow>
      <FieldRow>
        <DateField name="onDate" label={t('welfare.field.onDate')} precision="day" required />
        <DateField name="endsOn" label={t('welfare.field.endsOn')} precision="day" optional />
      </FieldRow>
      <SegmentedField
        name="kind"
        label={t('welfare.field.kind')}
        options={CAMPAIGN_KINDS.map((value) => ({ value, label: t(`welfare.kind.${value}`) }))}
      />
      {kind === 'count' ? <CountPart /> : <ListPart initial={props.initial} />}
      <TextAreaField name="note" label={t('welfare.field.note')} optional max={2000} />
    </RecordForm>
  );
}

/** Writes the name of the occasion and the year into an empty name, and follows them while it stands untouched. */
function ProposedName({ occasions }: { occasions: { value: string; label: string }[] }) {
  const t = useText();
  const form = Form.useFormInstance<Fields>();
  const occasion = Form.useWatch('occasion', form);
  const year = Form.useWatch('year', form);
  const proposed = useRef<string | null>(null);
  const label = occasions.find(({ value }) => value === occasion)?.label;
  useEffect(() => {
    if (label === undefined || year === undefined) return;
    const present: string | null = form.getFieldValue('name') || null;
    if (present !== null && present !== proposed.current) return;
    proposed.current = t('welfare.proposed', { occasion: label, year });
    form.setFieldValue('name', proposed.current);
  }, [form, label, t, year]);
  return null;
}

/** Next year and some before; also the year of a campaign being edited. */
function yearsAround(kept: number | undefined): { value: number; label: string }[] {
  const next = Number(todayIso().slice(0, 4)) + 1;
  const years = Array.from({ length: 8 }, (_, at) => next - at);
  const all = kept === undefined || years.includes(kept) ? years : [...years, kept];
  return all.map((value) => ({ value, label: String(value) }));
}

function CountPart() {
  const t = useText();
  return (
    <FormSection title={t('welfare.kind.count')}>
      <FieldRow>
        <SelectField
          name={['count', 'flag']}
          label={t('welfare.field.flag')}
          options={COUNT_FLAGS.map((value) => ({ value, label: t(`welfare.flag.${value}`) }))}
        />
        <CountField name={['count', 'value']} label={t('welfare.field.countValue')} />
      </FieldRow>
      <TextField
        name={['count', 'wording']}
        label={t('welfare.field.countWording')}
        hint={t('welfare.field.countWordingHint')}
        max={60}
      />
      <MoneyField name={['count', 'amount']} label={t('welfare.field.countAmount')} />
      <TextField name={['count', 'source']} label={t('welfare.field.countSource')} required max={300} />
    </FormSection>
  );
}

function ListPart({ initial }: { initial: Partial<Fields> }) {
  const t = useText();
  const [values, setValues] = useState(Math.max(1, initial.values?.length ?? 1));
  const [sources, setSources] = useState(Math.max(1, initial.sources?.length ?? 1));
  const earmarks = useQueryOp('donors.earmarks', { open: true }).data?.rows ?? [];
  const rows = (count: number) => Array.from({ length: count }, (_, at) => at);
  return (
    <>
      <FormSection title={t('welfare.form.values')}>
        {rows(values).map((at) => (
          <FieldRow key={at} columns="1.3fr 1fr 1.3fr 1fr">
            <SelectField
              name={['values', at, 'category']}
              label={t('welfare.form.category')}
              clearable
              options={GIFT_CATEGORIES.map((value) => ({ value, label: t(`welfare.category.${value}`) }))}
            />
            <MoneyField name={['values', at, 'cash']} label={t('welfare.form.cash')} />
            <TextField name={['values', at, 'kindText']} label={t('welfare.form.kindText')} max={200} />
            <MoneyField name={['values', at, 'kindValue']} label={t('welfare.form.kindValue')} />
          </FieldRow>
        ))}
        <ActionButton
          size="small"
          action={{
            key: 'value',
            label: t('welfare.form.addValue'),
            icon: Plus,
            onClick: () => setValues(values + 1),
          }}
        />
      </FormSection>
      <FormSection title={t('welfare.form.sources')}>
        {rows(sources).map((at) => (
          <FieldRow key={at} columns={earmarks.length > 0 ? '1fr 1.3fr 1fr 1.2fr' : '1fr 1.4fr 1fr'}>
            <SelectField
              name={['sources', at, 'kind']}
              label={t('welfare.form.source')}
              clearable
              options={GIFT_SOURCES.map((value) => ({ value, label: t(`welfare.source.${value}`) }))}
            />
            <TextField name={['sources', at, 'name']} label={t('welfare.form.sourceName')} max={200} />
            <MoneyField name={['sources', at, 'amount']} label={t('welfare.form.amount')} />
            {earmarks.length > 0 && (
              <SelectField
                name={['sources', at, 'earmarkId']}
                label={t('dues.field.earmarkId')}
                clearable
                options={earmarks.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
          </FieldRow>
        ))}
        <ActionButton
          size="small"
          action={{
            key: 'source',
            label: t('welfare.form.addSource'),
            icon: Plus,
            onClick: () => setSources(sources + 1),
          }}
        />
        <MoneyField name="budget" label={t('welfare.field.budget')} />
        <CheckField name="householdOnce" label={t('welfare.field.householdOnce')} />
      </FormSection>
      <PaperPart />
    </>
  );
}

function PaperPart() {
  const t = useText();
  return (
    <FormSection title={t('welfare.form.paper')}>
      <TextField name="place" label={t('welfare.field.place')} max={200} />
      <TextField name="programme" label={t('welfare.field.programme')} max={200} />
      <TextField
        name="decision"
        label={t('welfare.field.decision')}
        hint={t('welfare.field.decisionHint')}
        max={200}
      />
      <FieldRow>
        <TextField name="preparer" label={t('welfare.field.preparer')} max={100} />
        <TextField name="treasurer" label={t('welfare.field.treasurer')} max={100} />
      </FieldRow>
      <SegmentedField
        name="orientation"
        label={t('welfare.field.orientation')}
        options={(['portrait', 'landscape'] as const).map((value) => ({
          value,
          label: t(`welfare.orientation.${value}`),
        }))}
      />
      <CheckField name="grouped" label={t('welfare.field.grouped')} />
    </FormSection>
  );
}
