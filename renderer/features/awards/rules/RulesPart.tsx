/** The rules as a table: on or off, number, for what, source and how sure it is. */
import { Switch } from 'antd';
import { FilePlus2, PencilLine, Scale, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  type Action,
  type Column,
  Drawer,
  ErrorState,
  IconButton,
  LoadingBars,
  Note,
  PlainTable,
  Tag,
  type TagTone,
  useFormat,
} from '../../../ui';
import { RuleForm } from './RuleForm';
import { type FormNames, type RuleRow, useRuleWords } from './words';

type Editing = RuleRow | 'new' | null;
const TONES: Record<RuleRow['mark'], TagTone> = { published: 'ok', local: 'line', toCheck: 'warn' };

export function useRuleActions() {
  const t = useText();
  const [editing, setEditing] = useState<Editing>(null);
  const actions: Action[] = [
    { key: 'rule', label: t('awardRules.add'), icon: FilePlus2, onClick: () => setEditing('new') },
  ];
  return { actions, editing, setEditing };
}

/** Names of forms of award by their codes, what is in force before what was. */
export function useFormNames(): { names: FormNames; loaded: boolean } {
  const t = useText();
  const query = useQueryOp('awards.forms', {});
  const names = useMemo(() => {
    const found = new Map<string, string>();
    for (const row of [...(query.data?.rows ?? [])].sort(
      (a, b) => Number(a.validTo !== null) - Number(b.validTo !== null),
    ))
      if (!found.has(row.code))
        found.set(row.code, t.language === 'en' ? (row.nameEn ?? row.name) : row.name);
    return found;
  }, [query.data, t.language]);
  return { names, loaded: query.data !== undefined };
}

export function RulesPart({ editing, setEditing }: ReturnType<typeof useRuleActions>) {
  const t = useText();
  const query = useQueryOp('awardRules.list', {}, { keep: true });
  const { names, loaded } = useFormNames();
  const columns = useRuleColumns(names, setEditing);
  const close = () => setEditing(null);
  return (
    <div className="so-stack">
      <Note tone="muc" icon={Scale}>
        {t('awardRules.body')}
      </Note>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <PlainTable
          framed
          caption={t('awardRules.tab')}
          columns={columns}
          rows={query.data.rows}
          rowKey={(row) => row.id}
          rowClass={(row) => (row.enabled && row.inForce ? undefined : 'so-rules-off')}
        />
      ) : (
        <LoadingBars />
      )}
      <Drawer
        open={editing !== null}
        onClose={close}
        title={editing === 'new' ? t('awardRules.add') : t('awardRules.edit')}
        width={470}
      >
        {editing !== null && loaded && (
          <RuleForm row={editing === 'new' ? null : editing} names={names} onDone={close} />
        )}
      </Drawer>
    </div>
  );
}

function useRuleColumns(names: FormNames, onEdit: (row: RuleRow) => void): Column<RuleRow>[] {
  const t = useText();
  const format = useFormat();
  const words = useRuleWords();
  const trash = useCommandOp('awardRules.trash', { done: () => t('awardRules.trashed') });
  return useMemo<Column<RuleRow>[]>(() => {
    const valid = (row: RuleRow) =>
      row.validFrom !== null && row.validTo !== null
        ? format.range(row.validFrom, row.validTo)
        : row.validFrom !== null
          ? t('awards.forms.from', { date: format.date(row.validFrom) })
          : row.validTo !== null
            ? t('awards.forms.until', { date: format.date(row.validTo) })
            : '';
    return [
      { key: 'on', header: t('awardRules.col.on'), width: 64, cell: (row) => <OnOff row={row} /> },
      {
        key: 'name',
        header: t('awardRules.col.rule'),
        cell: (row) => (
          <>
            <span className="so-strong">{words.ruleName(row)}</span>{' '}
            <Tag tone={TONES[row.mark]}>{t(`awardRules.marks.${row.mark}`)}</Tag>
            {!row.inForce && <div className="so-caption">{t('awardRules.notInForce')}</div>}
            {row.note && (
              <div className="so-caption" lang="vi">
                {row.note}
              </div>
            )}
          </>
        ),
      },
      {
        key: 'limit',
        header: t('awardRules.col.limit'),
        width: 80,
        cell: (row) => words.limit(row),
      },
      {
        key: 'for',
        header: t('awardRules.col.for'),
        width: 190,
        cell: (row) => words.appliesTo(row, names),
      },
      { key: 'valid', header: t('awardRules.col.valid'), width: 120, cell: valid },
      {
        key: 'source',
        header: t('awardRules.col.source'),
        width: 190,
        cell: (row) => (
          <span className="so-muted" lang="vi">
            {row.source}
          </span>
        ),
      },
      {
        key: 'actions',
        header: t('awards.col.actions'),
        width: 78,
        cell: (row) => (
          <span className="so-row so-awards-tools">
            <IconButton
              icon={PencilLine}
              size="small"
              label={t('awardRules.change', { name: words.ruleName(row) })}
              onClick={() => onEdit(row)}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={t('awardRules.remove', { name: words.ruleName(row) })}
              onClick={() => trash.fire({ ids: [row.id] })}
            />
          </span>
        ),
      },
    ];
  }, [t, format, words, names, onEdit, trash.fire]);
}

function OnOff({ row }: { row: RuleRow }) {
  const t = useText();
  const words = useRuleWords();
  const name = words.ruleName(row);
  const save = useCommandOp('awardRules.save', {
    done: (_, input) => t(input.enabled ? 'awardRules.turnedOn' : 'awardRules.turnedOff', { name }),
  });
  const { inForce: _, ...fields } = row;
  return (
    <Switch
      size="small"
      checked={row.enabled}
      aria-label={t(row.enabled ? 'awardRules.turnOff' : 'awardRules.turnOn', { name })}
      onChange={(enabled) => save.fire({ ...fields, enabled })}
    />
  );
}
