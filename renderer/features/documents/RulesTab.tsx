/** How outgoing papers are numbered, year by year, and the types of paper with their abbreviations. */
import { FilePlus2, Hash, PencilLine, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  CheckField,
  CountField,
  Drawer,
  IconButton,
  Note,
  Page,
  PlainTable,
  RecordForm,
  SegmentedField,
  TextField,
  todayIso,
  useFormat,
} from '../../ui';
import type { DocumentsTabProps } from './DocumentsPage';
import type { DocumentType } from './useDocuments';
import { useTypeName } from './words';

type Rule = OutputOf<'documents.rules'>['rows'][number];
type Editing = { rule: Rule | null } | { type: DocumentType | null } | null;

export function RulesTab({ frame }: DocumentsTabProps) {
  const t = useText();
  const [editing, setEditing] = useState<Editing>(null);
  const close = () => setEditing(null);
  const ofRule = editing !== null && 'rule' in editing;
  const title = ofRule
    ? t(editing.rule === null ? 'documents.rules.add' : 'documents.rules.edit')
    : t(editing?.type === null ? 'documents.rules.addType' : 'documents.rules.editType');
  return (
    <Page
      {...frame}
      primary={{
        key: 'type',
        label: t('documents.rules.addType'),
        icon: FilePlus2,
        onClick: () => setEditing({ type: null }),
      }}
      actions={[
        {
          key: 'rule',
          label: t('documents.rules.add'),
          icon: Hash,
          onClick: () => setEditing({ rule: null }),
        },
      ]}
    >
      <div className="so-stack">
        <h2>{t('documents.rules.numbering')}</h2>
        <Note tone="muc" icon={Hash}>
          {t('documents.rules.numberingBody')}
        </Note>
        <RuleTable onEdit={(rule) => setEditing({ rule })} />
        <h2>{t('documents.rules.types')}</h2>
        <TypeTable onEdit={(type) => setEditing({ type })} />
      </div>
      <Drawer open={editing !== null} onClose={close} title={title} width={460}>
        {editing !== null && 'rule' in editing && <RuleForm rule={editing.rule} onDone={close} />}
        {editing !== null && 'type' in editing && <TypeForm type={editing.type} onDone={close} />}
      </Drawer>
    </Page>
  );
}

/** The rule that holds from the beginning. */
const FIRST = 1990;

function RuleTable({ onEdit }: { onEdit(rule: Rule): void }) {
  const t = useText();
  const format = useFormat();
  const rows = useQueryOp('documents.rules', {}).data?.rows ?? [];
  const drop = useCommandOp('documents.dropRule', {
    done: (_, input) => t('documents.rules.dropped', { year: input.fromYear }),
  });
  return (
    <PlainTable
      framed
      caption={t('documents.rules.numbering')}
      rows={rows}
      rowKey={(row) => row.fromYear}
      columns={[
        {
          key: 'from',
          header: t('documents.field.fromYear'),
          width: 110,
          cell: (row) => (row.fromYear === FIRST ? t('documents.rules.always') : row.fromYear),
        },
        {
          key: 'per',
          header: t('documents.field.perType'),
          width: 150,
          cell: (row) => t(row.perType ? 'documents.rules.many' : 'documents.rules.one'),
        },
        {
          key: 'pattern',
          header: t('documents.field.pattern'),
          cell: (row) => <span lang="vi">{row.pattern}</span>,
        },
        {
          key: 'example',
          header: t('documents.field.example'),
          width: 150,
          cell: (row) => <span lang="vi">{row.example}</span>,
        },
        {
          key: 'insertions',
          header: t('documents.field.insertions'),
          width: 200,
          cell: (row) => t(row.insertions ? 'documents.rules.yes' : 'documents.rules.no'),
        },
        {
          key: 'used',
          header: t('documents.field.used'),
          width: 110,
          align: 'right',
          cell: (row) => format.count(row.used),
        },
        {
          key: 'tools',
          header: '',
          width: 76,
          cell: (row) => (
            <span className="so-row">
              <IconButton
                icon={PencilLine}
                size="small"
                label={t('documents.rules.edit')}
                onClick={() => onEdit(row)}
              />
              {row.fromYear !== FIRST && (
                <IconButton
                  icon={Undo2}
                  size="small"
                  label={t('documents.rules.drop')}
                  onClick={() => drop.fire({ fromYear: row.fromYear })}
                />
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function RuleForm({ rule, onDone }: { rule: Rule | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('documents.setRule', {
    failure: 'inline',
    done: (_, input) => t('documents.rules.saved', { year: input.fromYear }),
  });
  type Values = Omit<InputOf<'documents.setRule'>, 'perType'> & { perType: 'one' | 'many' };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{
        fromYear: rule?.fromYear ?? Number(todayIso().slice(0, 4)) + 1,
        perType: rule?.perType ? 'many' : 'one',
        pattern: rule?.pattern ?? '{so}/{loai}-{donvi}',
        insertions: rule?.insertions ?? false,
      }}
      onCancel={onDone}
      onSubmit={async ({ perType, ...values }) => {
        await save.run({ ...values, perType: perType === 'many' });
        onDone();
      }}
    >
      <CountField
        name="fromYear"
        label={t('documents.field.fromYear')}
        max={2100}
        required
        disabled={rule !== null}
      />
      <SegmentedField
        name="perType"
        label={t('documents.field.perType')}
        options={(['one', 'many'] as const).map((value) => ({
          value,
          label: t(`documents.rules.${value}`),
        }))}
      />
      <TextField
        name="pattern"
        label={t('documents.field.pattern')}
        hint={t('documents.field.patternHint')}
        required
        max={60}
        rules={[{ pattern: /\{so\}/, message: t('documents.field.patternHint') }]}
      />
      <CheckField name="insertions" label={t('documents.field.insertions')} />
    </RecordForm>
  );
}

function TypeTable({ onEdit }: { onEdit(type: DocumentType): void }) {
  const t = useText();
  const format = useFormat();
  const nameOf = useTypeName();
  const rows = useQueryOp('documents.types', {}).data?.rows ?? [];
  const trash = useCommandOp('documents.trashTypes', { done: () => t('documents.rules.typeTrashed') });
  return (
    <PlainTable
      framed
      caption={t('documents.rules.types')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', header: t('documents.field.name'), cell: (row) => nameOf(row) },
        {
          key: 'symbol',
          header: t('documents.field.symbol'),
          width: 150,
          cell: (row) => <span lang="vi">{row.symbol}</span>,
        },
        {
          key: 'used',
          header: t('documents.field.used'),
          width: 110,
          align: 'right',
          cell: (row) => format.count(row.used),
        },
        {
          key: 'tools',
          header: '',
          width: 76,
          cell: (row) => (
            <span className="so-row">
              <IconButton
                icon={PencilLine}
                size="small"
                label={t('documents.rules.editType')}
                onClick={() => onEdit(row)}
              />
              {row.used === 0 && (
                <IconButton
                  icon={Trash2}
                  size="small"
                  label={t('documents.trash')}
                  onClick={() => trash.fire({ ids: [row.id] })}
                />
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

function TypeForm({ type, onDone }: { type: DocumentType | null; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('documents.saveType', {
    failure: 'inline',
    done: (_, input) => t('documents.rules.typeSaved', { name: input.name }),
  });
  type Values = Pick<InputOf<'documents.saveType'>, 'name' | 'nameEn' | 'symbol'>;
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={type ? { name: type.name, nameEn: type.nameEn, symbol: type.symbol } : {}}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ ...values, id: type?.id ?? null, version: type?.version ?? null });
        onDone();
      }}
    >
      <TextField name="name" label={t('documents.field.name')} required max={100} autoFocus />
      <TextField
        name="symbol"
        label={t('documents.field.symbol')}
        hint={t('documents.field.symbolHint')}
        optional
        max={20}
      />
      <TextField name="nameEn" label={t('documents.field.nameEn')} optional max={100} />
    </RecordForm>
  );
}
