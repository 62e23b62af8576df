import { CopyPlus, FilePlus2, FileSpreadsheet, PencilLine, Scale, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { AWARD_SIDES, AWARD_THEMES, FORM_KINDS, levelsOf } from '../../../shared/domain/awards';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import {
  CheckField,
  ChoiceChips,
  type Column,
  DateField,
  Drawer,
  ErrorState,
  FieldRow,
  IconButton,
  LoadingBars,
  Note,
  Page,
  PlainTable,
  RecordForm,
  SegmentedField,
  SelectField,
  Tag,
  TextAreaField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';
import type { AwardsFrame } from './AwardsPage';
import { useAwardWords } from './words';

type Row = OutputOf<'awards.forms'>['rows'][number];
/** In force today on either side, or everything with what is no longer in force. */
const SHOWN = ['union', 'state', 'all'] as const;

/** The catalogue of forms and titles: reference data the office corrects. */
export function FormsTab({ frame }: { frame: AwardsFrame }) {
  const t = useText();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('union');
  const on = shown === 'all' ? null : todayIso();
  const side = shown === 'all' ? null : shown;
  const query = useQueryOp('awards.forms', { on }, { keep: true });
  const xlsx = useJobOp('awards.formsXlsx', { done: null });
  const words = useAwardWords();
  const [editing, setEditing] = useState<Row | 'new' | null>(null);
  const [renewing, setRenewing] = useState<Row | null>(null);
  const columns = useFormColumns(setEditing, setRenewing);
  return (
    <Page
      {...frame}
      actions={[
        {
          key: 'xlsx',
          label: t('awards.register.xlsx'),
          icon: FileSpreadsheet,
          onClick: async () => {
            const file = await xlsx.run({ on, side }).catch(() => null);
            if (file) await saveFile(file);
          },
        },
        { key: 'form', label: t('awards.forms.add'), icon: FilePlus2, onClick: () => setEditing('new') },
      ]}
      toolbar={
        <ChoiceChips
          label={t('awards.forms.shown')}
          items={SHOWN.map((key) => ({ key, label: t(`awards.forms.show.${key}`) }))}
          active={shown}
          onChange={(key) => setShown(SHOWN.find((one) => one === key) ?? 'union')}
        />
      }
    >
      <div className="so-stack">
        <Note tone="muc" icon={Scale}>
          {t('awards.forms.body')}
        </Note>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : query.data ? (
          <PlainTable
            framed
            caption={t('awards.tabs.forms')}
            columns={columns}
            rows={query.data.rows.filter((row) => side === null || row.side === side)}
            rowKey={(row) => row.id}
            groupOf={(row) => `${t(`awards.sides.${row.side}`)} · ${words.level(row.level)}`}
          />
        ) : (
          <LoadingBars />
        )}
      </div>
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('awards.forms.add') : t('awards.forms.edit')}
        width={440}
      >
        {editing !== null && (
          <FormEditor row={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Drawer>
      <Drawer
        open={renewing !== null}
        onClose={() => setRenewing(null)}
        title={t('awards.forms.renew', { name: renewing?.name ?? '' })}
        width={440}
      >
        {renewing && <RenewForm row={renewing} onDone={() => setRenewing(null)} />}
      </Drawer>
    </Page>
  );
}

/** The same form under a new regulation from a day on. */
function RenewForm({ row, onDone }: { row: Row; onDone(): void }) {
  const t = useText();
  const renew = useCommandOp('awards.renewForm', {
    failure: 'inline',
    done: (_, input) => t('awards.forms.saved', { name: input.name ?? row.name }),
  });
  return (
    <RecordForm<{ validFrom: string; name: string; source: string | null }>
      draftKey={null}
      initial={{ name: row.name }}
      onCancel={onDone}
      onSubmit={async (values) => {
        await renew.run({ ...values, id: row.id, version: row.version });
        onDone();
      }}
    >
      <DateField name="validFrom" label={t('awards.forms.validFrom')} precision="day" required autoFocus />
      <TextField name="name" label={t('awards.forms.name')} required max={200} />
      <TextField name="source" label={t('awards.forms.source')} required max={300} />
    </RecordForm>
  );
}

function useFormColumns(onEdit: (row: Row) => void, onRenew: (row: Row) => void) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('awards.trashForms', { done: () => t('awards.forms.trashed') });
  return useMemo<Column<Row>[]>(() => {
    const name = (row: Row) => (t.language === 'en' ? (row.nameEn ?? row.name) : row.name);
    const kinds = (row: Row) =>
      [
        row.forCollective && t('awards.kinds.collective'),
        row.forIndividual && t('awards.kinds.individual'),
        row.forHousehold && t('awards.kinds.household'),
      ]
        .filter(Boolean)
        .join(', ');
    return [
      { key: 'code', header: t('awards.col.code'), width: 90, cell: (row) => row.code },
      {
        key: 'name',
        header: t('awards.col.form'),
        cell: (row) => (
          <>
            <span className="so-strong">{name(row)}</span>
            {row.toCheck && <Tag tone="warn">{t('awards.forms.toCheck')}</Tag>}
          </>
        ),
      },
      { key: 'for', header: t('awards.col.for'), width: 190, cell: kinds },
      {
        key: 'valid',
        header: t('awards.col.valid'),
        width: 130,
        cell: (row) =>
          row.validFrom !== null && row.validTo !== null
            ? format.range(row.validFrom, row.validTo)
            : row.validFrom !== null
              ? t('awards.forms.from', { date: format.date(row.validFrom) })
              : row.validTo !== null
                ? t('awards.forms.until', { date: format.date(row.validTo) })
                : '',
      },
      {
        key: 'source',
        header: t('awards.col.source'),
        width: 230,
        cell: (row) => (
          <span className="so-muted" lang="vi">
            {row.source}
          </span>
        ),
      },
      {
        key: 'used',
        header: t('awards.col.used'),
        width: 96,
        align: 'right',
        cell: (row) => format.count(row.decisions),
      },
      {
        key: 'actions',
        header: t('awards.col.actions'),
        width: 108,
        cell: (row) => (
          <span className="so-row so-awards-tools">
            <IconButton
              icon={PencilLine}
              size="small"
              label={t('awards.forms.change', { name: name(row) })}
              onClick={() => onEdit(row)}
            />
            {row.validTo === null && (
              <IconButton
                icon={CopyPlus}
                size="small"
                label={t('awards.forms.renew', { name: name(row) })}
                onClick={() => onRenew(row)}
              />
            )}
            {row.decisions === 0 && (
              <IconButton
                icon={Trash2}
                size="small"
                label={t('awards.forms.remove', { name: name(row) })}
                onClick={() => trash.fire({ ids: [row.id] })}
              />
            )}
          </span>
        ),
      },
    ];
  }, [t, format, onEdit, onRenew, trash.fire]);
}

type FormValues = Omit<Row, 'id' | 'version' | 'decisions'>;
const BLANK: Partial<FormValues> = {
  kind: 'form',
  side: 'union',
  level: 'unit',
  forIndividual: true,
  forCollective: true,
  forHousehold: false,
};

function FormEditor({ row, onDone }: { row: Row | null; onDone(): void }) {
  const t = useText();
  const words = useAwardWords();
  const save = useCommandOp('awards.saveForm', {
    failure: 'inline',
    done: (_, input) => t('awards.forms.saved', { name: input.name }),
  });
  const [side, setSide] = useState(row?.side ?? 'union');
  const { id, version, decisions: _, ...fields } = row ?? { id: null, version: null, decisions: 0, ...BLANK };
  return (
    <RecordForm<FormValues>
      draftKey={`award-form:${id ?? 'new'}`}
      initial={fields as Partial<FormValues>}
      onCancel={onDone}
      onValues={(values) => setSide(values.side ?? 'union')}
      onSubmit={async (values) => {
        await save.run({ ...values, id, version });
        onDone();
      }}
    >
      <FieldRow columns="110px 1fr">
        <TextField name="code" label={t('awards.forms.code')} required max={20} />
        <TextField name="name" label={t('awards.forms.name')} required max={200} />
      </FieldRow>
      <TextField name="nameEn" label={t('awards.forms.nameEn')} optional max={200} />
      <SegmentedField
        name="side"
        label={t('awards.field.side')}
        options={AWARD_SIDES.map((value) => ({ value, label: t(`awards.sides.${value}`) }))}
      />
      <SelectField
        name="level"
        label={t('awards.field.level')}
        required
        options={levelsOf(side).map((value) => ({ value, label: words.level(value) }))}
      />
      <SegmentedField
        name="kind"
        label={t('awards.forms.kind')}
        options={FORM_KINDS.map((value) => ({ value, label: t(`awards.forms.kinds.${value}`) }))}
      />
      <SelectField
        name="theme"
        label={t('awards.forms.theme')}
        optional
        clearable
        options={AWARD_THEMES.map((value) => ({ value, label: t(`awards.forms.themes.${value}`) }))}
      />
      <CheckField name="forCollective" label={t('awards.kinds.collective')} />
      <CheckField name="forIndividual" label={t('awards.kinds.individual')} />
      <CheckField name="forHousehold" label={t('awards.kinds.household')} />
      <TextField name="grantor" label={t('awards.forms.grantor')} optional max={200} />
      <TextAreaField name="reasonTemplate" label={t('awards.forms.reasonTemplate')} optional max={500} />
      <FieldRow>
        <DateField name="validFrom" label={t('awards.forms.validFrom')} optional />
        <DateField name="validTo" label={t('awards.forms.validTo')} optional />
      </FieldRow>
      <TextField name="source" label={t('awards.forms.source')} optional max={300} />
      <CheckField name="toCheck" label={t('awards.forms.toCheck')} />
    </RecordForm>
  );
}
