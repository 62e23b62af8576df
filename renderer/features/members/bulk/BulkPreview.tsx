/** Before and after of each person of a bulk edit, with who stays and who is left out. */

import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import { useText } from '../../../client';
import {
  ChoiceChips,
  type Column,
  DataTable,
  EmptyState,
  NameCell,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../../ui';
import { useShortPlace } from '../places';
import { type Fields, labelOf } from '../views/conditionText';
import { bulkFields } from './BulkFields';

type Row = OutputOf<'members.bulkPreview'>['rows'][number];
type Value = Row['values'][number];
export type BulkInput = Omit<InputOf<'members.bulkPreview'>, 'show' | 'offset' | 'limit'>;
export type BulkSums = Pick<OutputOf<'members.bulkPreview'>, 'changed' | 'same' | 'refused'>;

export function BulkPreview({
  input,
  fields,
  sums,
}: {
  input: BulkInput;
  fields: Fields;
  sums: BulkSums | undefined;
}) {
  const t = useText();
  const format = useFormat();
  const shortPlace = useShortPlace();
  const [show, setShow] = useState<'changed' | 'same' | 'refused'>('changed');
  const source = usePagedOp('members.bulkPreview', { ...input, show });
  const known = useMemo(() => new Map(bulkFields(fields).map((one) => [one.key, one.field])), [fields]);
  const asked = useMemo(() => input.changes.map((change) => change.field), [input.changes]);
  const columns = useColumns<Row>(
    null,
    useMemo(() => {
      const words = (value: Value['before'], key: string): string | null => {
        if (value === null) return null;
        if (typeof value === 'boolean') return value ? t('members.yes') : t('members.no');
        const field = known.get(key);
        const choice = field?.choices?.find((option) => option.value === value);
        if (choice) return labelOf(choice.label, t);
        if (typeof value === 'number') return format.decimal(value);
        return field?.type === 'date' ? format.date(value) : value;
      };
      const dated = (word: string | null, key: string) =>
        key === 'status' && word && input.onDate
          ? t('memberViews.bulk.fromDay', { value: word, date: format.date(input.onDate) })
          : word;
      return [
        {
          key: 'name',
          header: t('members.field.fullName'),
          width: 170,
          required: true,
          cell: (row) => <NameCell name={row.fullName} given={row.givenName} />,
        },
        ...(show === 'refused'
          ? [
              {
                key: 'refusal',
                header: t('memberViews.bulk.refused'),
                width: 240,
                cell: (row: Row) => (row.refusal ? t(`memberViews.bulk.refusal.${row.refusal}`) : null),
              },
            ]
          : asked.map(
              (key): Column<Row> => ({
                key,
                header: known.get(key) ? labelOf(known.get(key)!.label, t) : key,
                width: 240,
                cell: (row) => {
                  const value = row.values.find((one) => one.field === key);
                  if (!value) return <span className="so-muted">{t('memberViews.bulk.same')}</span>;
                  return (
                    <Change
                      before={value.masked ? t('memberViews.bulk.hidden') : words(value.before, key)}
                      after={dated(words(value.after, key), key)}
                      shown={isPlace(key) ? shortPlace : undefined}
                    />
                  );
                },
              }),
            )),
      ];
    }, [t, format, shortPlace, known, asked, show, input.onDate]),
  );
  return (
    <section className="so-bulk-preview" aria-label={t('memberViews.bulk.preview')}>
      <ChoiceChips<'changed' | 'same' | 'refused'>
        label={t('memberViews.bulk.show')}
        active={show}
        onChange={setShow}
        items={(['changed', 'same', 'refused'] as const).map((key) => ({
          key,
          label: t(`memberViews.bulk.${key}`),
          ...(sums ? { count: sums[key] } : {}),
        }))}
      />
      <div className="so-bulk-preview__table">
        <DataTable
          label={t('memberViews.bulk.preview')}
          source={source}
          columns={columns}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.fullName}
          empty={<EmptyState icon={Users} title={t('memberViews.bulk.nothing')} />}
        />
      </div>
    </section>
  );
}

const isPlace = (key: string): boolean => key === 'departmentId' || key === 'groupId';

interface ChangeProps {
  before: string | null;
  after: string | null;
  /** How a value stands in the cell, when shorter than in the tooltip. */
  shown?: ((name: string) => string | null) | undefined;
}

function Change({ before, after, shown = (name) => name }: ChangeProps) {
  const t = useText();
  const empty = t('memberViews.bulk.empty');
  return (
    <span title={`${before ?? empty} → ${after ?? empty}`}>
      {before === null ? (
        <span className="so-muted">{empty}</span>
      ) : (
        <del className="so-bulk-old">{shown(before)}</del>
      )}
      <span aria-hidden> → </span>
      <ins className="so-bulk-new">{after === null ? empty : shown(after)}</ins>
    </span>
  );
}
