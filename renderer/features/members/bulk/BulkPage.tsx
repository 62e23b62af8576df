import { Form } from 'antd';
import { ListChecks, PencilLine, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { DATED_FIELDS } from '../../../../shared/contract/memberViews';
import { isPartialDate } from '../../../../shared/domain/dates';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { DateField, EmptyState, FieldRow, Note, Page, TextField, todayIso, useFormat } from '../../../ui';
import { type Fields, labelOf } from '../views/conditionText';
import { BulkFields, type BulkRow, bulkFields, isReady } from './BulkFields';
import { type BulkInput, BulkPreview } from './BulkPreview';
import './bulk.css';

const MOST = 20_000;
interface When {
  onDate: string | null;
  decisionNo: string | null;
  decisionDate: string | null;
  reason: string | null;
  place: string | null;
}

/** Gives many people the same values: what changes stands beside, before anything is written. */
export default function BulkPage() {
  const t = useText();
  const navigate = useNavigate();
  const ids = (useLocation().state as { ids?: number[] } | null)?.ids ?? [];
  const list = useQueryOp('members.conditionFields', {}).data?.fields;
  const fields = useMemo<Fields>(() => new Map(list?.map((field) => [field.key, field])), [list]);
  const [rows, setRows] = useState<BulkRow[]>([{ field: '', value: null, clear: false }]);
  const [when, setWhen] = useState<When>({
    onDate: todayIso(),
    decisionNo: null,
    decisionDate: null,
    reason: null,
    place: null,
  });
  const ready = rows.filter((row) => isReady(row, fields));
  const dated = ready.some((row) => (DATED_FIELDS as readonly string[]).includes(row.field));
  const moves = ready.some((row) => row.field === 'status' && row.value === 'transferred');
  const input: BulkInput = {
    ids,
    changes: ready.map((row) => ({ field: row.field as never, value: row.clear ? null : row.value })),
    ...(dated ? { ...when, place: moves ? when.place : null } : {}),
  };
  const asked = useSettled(input);
  const dayWrong = dated && !isWhen(when);
  const enabled = !dayWrong && asked.changes.length > 0 && ids.length > 0 && ids.length <= MOST;
  const sums = useQueryOp('members.bulkPreview', { ...asked, limit: 1 }, { enabled, keep: true }).data;
  const current = JSON.stringify(asked) === JSON.stringify(input);
  const save = useCommandOp('members.bulkUpdate', {
    done: (data) =>
      t('memberViews.bulk.done', { changed: data.changed, same: data.same, refused: data.refused }),
  });
  const run = async () => {
    await save.run(input);
    navigate('/members');
  };
  const changed = enabled && current ? (sums?.changed ?? 0) : 0;
  const crumbs = [{ label: t('members.title'), to: '/members' }];
  if (ids.length === 0)
    return (
      <Page title={t('memberViews.bulk.title')} crumbs={crumbs}>
        <EmptyState
          icon={ListChecks}
          title={t('memberViews.bulk.nobody')}
          primary={{ key: 'list', label: t('memberViews.bulk.toList'), onClick: () => navigate('/members') }}
        >
          {t('memberViews.bulk.nobodyBody')}
        </EmptyState>
        <History fields={fields} />
      </Page>
    );
  return (
    <Page
      fill
      title={t('memberViews.bulk.title')}
      crumbs={crumbs}
      facts={t('memberViews.bulk.facts', { count: ids.length })}
      primary={{
        key: 'save',
        label: changed > 0 ? t('memberViews.bulk.save', { count: changed }) : t('memberViews.bulk.nothing'),
        icon: PencilLine,
        disabled: changed === 0 || dayWrong || rows.length !== ready.length,
        running: save.running,
        onClick: () => void run().catch(() => undefined),
      }}
    >
      <div className="so-bulk-page">
        <div className="so-bulk-page__form">
          <h2>{t('memberViews.bulk.fields')}</h2>
          {ids.length > MOST && (
            <Note tone="warn" icon={TriangleAlert}>
              {t('memberViews.bulk.tooMany')}
            </Note>
          )}
          <BulkFields rows={rows} fields={fields} onChange={setRows} />
          {dated && <WhenForm value={when} moves={moves} onChange={setWhen} />}
          <History fields={fields} />
        </div>
        {enabled ? (
          <BulkPreview input={asked} fields={fields} sums={sums} />
        ) : (
          <EmptyState icon={ListChecks} title={t('memberViews.bulk.preview')}>
            {t('memberViews.bulk.choose')}
          </EmptyState>
        )}
      </div>
    </Page>
  );
}

const isWhen = (when: When): boolean =>
  when.onDate !== null &&
  /^\d{4}-\d\d-\d\d$/.test(when.onDate) &&
  (when.decisionDate === null || isPartialDate(when.decisionDate));

/** What is asked, once typing has paused. */
function useSettled(input: BulkInput): BulkInput {
  const text = JSON.stringify(input);
  const [settled, setSettled] = useState(input);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(JSON.parse(text) as BulkInput), 200);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}

interface WhenProps {
  value: When;
  /** People leave for another unit. */
  moves: boolean;
  onChange(next: When): void;
}

function WhenForm({ value, moves, onChange }: WhenProps) {
  const t = useText();
  const [form] = Form.useForm<When>();
  return (
    <Form<When>
      form={form}
      component="div"
      className="so-form"
      initialValues={value}
      onValuesChange={(_, all) =>
        onChange({
          ...value,
          ...all,
          onDate: all.onDate || null,
          decisionNo: all.decisionNo || null,
          reason: all.reason || null,
          place: all.place || null,
        })
      }
    >
      <p className="so-caption">{t('memberViews.bulk.dated')}</p>
      <DateField name="onDate" label={t('memberViews.bulk.onDate')} precision="day" required />
      {moves && <TextField name="place" label={t('memberHistory.field.placeTo')} max={200} optional />}
      <FieldRow>
        <TextField name="decisionNo" label={t('memberViews.bulk.decisionNo')} max={60} optional />
        <DateField name="decisionDate" label={t('memberViews.bulk.decisionDate')} optional />
      </FieldRow>
      <TextField name="reason" label={t('memberViews.bulk.reason')} max={300} optional />
    </Form>
  );
}

/** Earlier batches, each taken back or done again as a whole. */
function History({ fields }: { fields: Fields }) {
  const t = useText();
  const format = useFormat();
  const rows = useQueryOp('members.bulkChanges', { limit: 5 }).data?.rows ?? [];
  const turn = useCommandOp('members.bulkRevert', {
    done: (data, input) =>
      t(input.again ? 'memberViews.bulk.again' : 'memberViews.bulk.undone', {
        reverted: data.reverted,
        kept: data.kept,
      }),
  });
  if (rows.length === 0) return null;
  const known = new Map(bulkFields(fields).map((one) => [one.key, labelOf(one.field.label, t)]));
  return (
    <section className="so-bulk-history">
      <h2>{t('memberViews.bulk.history')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              <span className="so-caption">
                {format.dateTime(row.at)} · {row.actor}
              </span>
              <br />
              {t('memberViews.bulk.historyRow', {
                fields: row.fields.map((key) => known.get(key) ?? key).join(', '),
                people: row.people,
              })}
            </span>
            <button
              type="button"
              className="so-linklike"
              disabled={turn.running}
              onClick={() => turn.fire({ bulkId: row.id, again: row.undone })}
            >
              {t(row.undone ? 'memberViews.bulk.redo' : 'memberViews.bulk.undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
