/** What one column of the file is set to: its field, its encoding, the order of its dates. */
import { Segmented, Select } from 'antd';
import { IMPORT_FIELDS } from '../../../../shared/domain/import/fields';
import { matchHeader } from '../../../../shared/domain/import/vocabulary';
import { useText } from '../../../client';
import { matchesTyped, Tag, useFormat } from '../../../ui';
import { fieldName } from './fieldNames';
import type { Column, Opened } from './ImportPage';

export function FieldChoice({
  column,
  opened,
  onChange,
}: {
  column: Column;
  opened: Opened;
  onChange(field: string | null): void;
}) {
  const t = useText();
  const off = new Set(opened.offFields);
  const option = (field: string) => ({ value: field, label: fieldName(field, opened.extraFields, t) });
  const own = opened.extraFields.map(({ field }) => option(field));
  return (
    <Select
      size="small"
      aria-label={`${t('members.import.field')}: ${column.header}`}
      value={column.field ?? '-'}
      style={{ width: '100%' }}
      showSearch={{ filterOption: (typed, one) => matchesTyped(typed, String(one?.label ?? '')) }}
      onChange={(value) => onChange(value === '-' ? null : value)}
      options={[
        {
          value: '-',
          label: column.isRowNumber ? t('members.import.rowNumber') : t('members.import.ignore'),
        },
        ...IMPORT_FIELDS.filter((field) => !off.has(field)).map(option),
        ...(own.length > 0 ? [{ label: t('memberImport.extra'), options: own }] : []),
      ]}
    />
  );
}

/** Encoding with the same value as each one reads it, and the order of day and month with one date read. */
export function ReadingChoice({
  column,
  onEncoding,
  onDateOrder,
}: {
  column: Column;
  onEncoding(encoding: Column['encoding']): void;
  onDateOrder(order: 'dmy' | 'mdy'): void;
}) {
  const t = useText();
  const format = useFormat();
  const { dates } = column;
  const day = dates ? (dates.order === 'dmy' ? dates.dmy : dates.mdy) : null;
  return (
    <>
      {column.readings.length > 0 && (
        <Select
          size="small"
          className="so-import-reading"
          popupMatchSelectWidth={false}
          aria-label={t('memberImport.encoding', { header: column.header })}
          value={column.encoding}
          onChange={onEncoding}
          options={column.readings.map((reading) => ({
            value: reading.encoding,
            label: `${t(`memberImport.encodings.${reading.encoding}`)}: ${reading.text}`,
          }))}
        />
      )}
      {dates && (
        <>
          <Segmented
            size="small"
            aria-label={t('memberImport.dateOrder', { header: column.header })}
            value={dates.order}
            onChange={(value) => onDateOrder(value)}
            options={[
              { value: 'dmy' as const, label: t('memberImport.dmy') },
              { value: 'mdy' as const, label: t('memberImport.mdy') },
            ]}
          />
          <div className="so-caption">
            {day
              ? t('memberImport.dateReads', { sample: dates.sample, date: format.date(day) ?? day })
              : t('memberImport.dateBad', { sample: dates.sample })}
            {' · '}
            {t(`memberImport.evidence.${dates.evidence}`)}
          </div>
        </>
      )}
    </>
  );
}

/** The column that is read instead of this one: "SĐT mới" of "SĐT cũ" and "SĐT mới". */
function takenInstead(column: Column, columns: readonly Column[]): Column | undefined {
  const named = matchHeader(column.header)[0]?.field;
  return columns.find((one) => one.index !== column.index && one.field !== null && one.field === named);
}

export function Confidence({
  column,
  columns,
  onTurnOn,
}: {
  column: Column;
  columns: readonly Column[];
  onTurnOn(field: string): void;
}) {
  const t = useText();
  if (column.off !== null && column.field === null) {
    const off = column.off;
    return (
      <>
        <Tag tone="neutral">{t('memberImport.off', { name: t.any(`members.import.fields.${off}`) })}</Tag>{' '}
        <button type="button" className="so-linklike" onClick={() => onTurnOn(off)}>
          {t('memberImport.turnOn')}
        </button>
      </>
    );
  }
  if (column.isRowNumber && column.field === null) return null;
  if (column.encoding !== 'unicode' && column.readings.length > 0)
    return <Tag tone="warn">{t(`members.import.encoding.${column.encoding}`)}</Tag>;
  if (column.field === null) {
    const other = takenInstead(column, columns);
    if (!other) return <Tag tone="neutral">{t('members.import.unknown')}</Tag>;
    return <span className="so-caption">{t('memberImport.otherTaken', { header: other.header })}</span>;
  }
  return column.confidence >= 0.8 ? (
    <Tag tone="ok">{t('members.import.sure')}</Tag>
  ) : (
    <Tag tone="warn">{t('members.import.guess')}</Tag>
  );
}
