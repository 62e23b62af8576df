/** The fields of two records: those that differ with a choice each, those that are the same folded away. */
import { useState } from 'react';
import type { MaskedField } from '../../../../shared/domain/privateFields';
import { useText } from '../../../client';
import { PlainTable, useFormat } from '../../../ui';
import { Masked } from '../privacy/Masked';
import type { Compared, Source } from './ComparePage';
import { fieldLabel } from './labels';

type Field = Compared['fields'][number];
type Side = 'kept' | 'gone';

export function FieldTable({
  compared,
  chosen,
  onChoose,
}: {
  compared: Compared;
  chosen: Readonly<Record<string, Source>>;
  onChoose(field: string, from: Source): void;
}) {
  const t = useText();
  const [all, setAll] = useState(false);
  const differing = compared.fields.filter((one) => !one.same);
  const same = compared.fields.length - differing.length;
  const label = (one: Field) => one.label ?? fieldLabel(one.field, t);
  const ids = { kept: compared.kept.id, gone: compared.gone.id };
  const sourceOf = (one: Field) => chosen[one.field] ?? one.proposed;
  const cell = (one: Field, side: Side) =>
    one.same ? (
      <Value field={one} side={side} ids={ids} />
    ) : (
      <Choice
        ids={ids}
        field={one}
        label={label(one)}
        side={side}
        checked={sourceOf(one) === side}
        onChoose={() => onChoose(one.field, side)}
      />
    );
  return (
    <>
      {differing.length === 0 && <p className="so-muted">{t('memberMerge.compare.noDiffer')}</p>}
      {(differing.length > 0 || all) && (
        <PlainTable<Field>
          framed
          caption={t('memberMerge.compare.differ')}
          rows={all ? compared.fields : differing}
          rowKey={(one) => one.field}
          columns={[
            {
              key: 'field',
              header: t('memberMerge.compare.field'),
              width: 170,
              cell: (one) => <span className="so-muted">{label(one)}</span>,
            },
            { key: 'kept', header: t('memberMerge.compare.kept'), cell: (one) => cell(one, 'kept') },
            { key: 'gone', header: t('memberMerge.compare.gone'), cell: (one) => cell(one, 'gone') },
            {
              key: 'result',
              header: t('memberMerge.compare.result'),
              cell: (one) => (
                <Result field={one} from={sourceOf(one)} label={label(one)} onChoose={onChoose} />
              ),
            },
          ]}
        />
      )}
      {same > 0 && (
        <button type="button" className="so-linklike so-merge__more" onClick={() => setAll(!all)}>
          {t('memberMerge.compare.same', { count: same })} ·{' '}
          {t(all ? 'memberMerge.compare.hideSame' : 'memberMerge.compare.showSame')}
        </button>
      )}
    </>
  );
}

function Choice({
  ids,
  field,
  label,
  side,
  checked,
  onChoose,
}: {
  ids: Readonly<Record<Side, number>>;
  field: Field;
  label: string;
  side: Side;
  checked: boolean;
  onChoose(): void;
}) {
  const t = useText();
  return (
    <label className="so-merge__choice">
      <input
        type="radio"
        name={`merge-${field.field}`}
        aria-label={`${label}: ${t(`memberMerge.compare.${side}`)}`}
        checked={checked}
        onChange={onChoose}
      />
      <Value field={field} side={side} ids={ids} />
    </label>
  );
}

/** `ids` lets a private value be shown on demand. */
function Value({ field, side, ids }: { field: Field; side: Side; ids?: Readonly<Record<Side, number>> }) {
  const t = useText();
  const words = useWords(field, side);
  if (!field[`${side}Has`]) return <span className="so-muted">{t('memberMerge.compare.empty')}</span>;
  if (field.private)
    return ids ? (
      <Masked id={ids[side]} field={field.field as MaskedField} />
    ) : (
      <span className="so-muted">••• {t('memberMerge.compare.private')}</span>
    );
  return <span className="so-merge__value">{words}</span>;
}

/** A value as the record's page shows it. */
function useWords(field: Field, side: Side): string {
  const t = useText();
  const format = useFormat();
  const value = field[side];
  const text = field[`${side}Text`] ?? '';
  if (typeof value === 'boolean') return t(value ? 'members.yes' : 'members.no');
  if (/Date$/.test(field.field) && typeof value === 'string') return format.date(value);
  if (field.field === 'gender') return t.any(`members.gender.${text}`) || text;
  if (field.field === 'status') return t.any(`members.status.${text}`) || text;
  if (field.field === 'cardStatus') return t.any(`memberPrivacy.cardStatus.${text}`) || text;
  return text;
}

function Result({
  field,
  from,
  label,
  onChoose,
}: {
  field: Field;
  from: Source;
  label: string;
  onChoose(field: string, from: Source): void;
}) {
  const t = useText();
  return (
    <div className="so-merge__result">
      {from === 'both' ? (
        <>
          <Value field={field} side="kept" />
          <Value field={field} side="gone" />
        </>
      ) : (
        <Value field={field} side={from} />
      )}
      {field.joinable && (
        <label className="so-merge__choice so-caption">
          <input
            type="radio"
            name={`merge-${field.field}`}
            aria-label={`${label}: ${t('memberMerge.compare.both')}`}
            checked={from === 'both'}
            onChange={() => onChoose(field.field, 'both')}
          />
          {t('memberMerge.compare.both')}
        </label>
      )}
    </div>
  );
}
