/** Who has not answered about a purpose: a sheet to sign, and writing down who agreed. */
import { Checkbox } from 'antd';
import { Check, Printer } from 'lucide-react';
import { useState } from 'react';
import { CONSENT_WAYS, type Purpose } from '../../../../shared/domain/consent';
import { saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  DateField,
  Drawer,
  EmptyState,
  LoadingBars,
  ProgressPanel,
  RecordForm,
  SearchField,
  SelectField,
  TextField,
  todayIso,
} from '../../../ui';

const PAGE = 200;
interface Values {
  givenOn: string;
  how: (typeof CONSENT_WAYS)[number];
  note: string | null;
}

export function LackingDrawer({ purpose, onClose }: { purpose: Purpose; onClose(): void }) {
  const t = useText();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const query = useQueryOp('members.lackingConsent', { purpose, search, limit: PAGE }, { keep: true });
  const rows = query.data?.rows ?? [];
  const total = query.data?.total ?? 0;
  const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  const toggle = (ids: readonly number[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    setChosen(next);
  };
  return (
    <Drawer
      open
      width={560}
      title={t('memberConsent.lackingOf', { name: t(`memberConsent.purpose.${purpose}`) })}
      onClose={onClose}
    >
      {!query.data ? (
        <LoadingBars rows={8} />
      ) : total === 0 && search === '' ? (
        <EmptyState icon={Check} title={t('memberConsent.lackingNone')}>
          {t('memberConsent.lackingNoneBody')}
        </EmptyState>
      ) : (
        <div className="so-stack">
          <Sheet purpose={purpose} />
          <SearchField value={search} onChange={setSearch} placeholder={t('memberConsent.search')} />
          <Checkbox
            checked={all}
            onChange={() =>
              toggle(
                rows.map(({ id }) => id),
                !all,
              )
            }
          >
            {t('memberConsent.pickAll')}
          </Checkbox>
          <ul className="so-consent__people">
            {rows.map(({ id, fullName, department }) => (
              <li key={id}>
                <Checkbox
                  checked={chosen.has(id)}
                  onChange={(event) => toggle([id], event.target.checked)}
                  aria-label={t('memberConsent.pick', { name: fullName })}
                >
                  {fullName} <span className="so-caption">{department}</span>
                </Checkbox>
              </li>
            ))}
          </ul>
          {total > rows.length && (
            <p className="so-caption">{t('memberConsent.more', { shown: rows.length, total })}</p>
          )}
          {chosen.size > 0 && (
            <Give purpose={purpose} ids={[...chosen]} onDone={() => setChosen(new Set())} />
          )}
        </div>
      )}
    </Drawer>
  );
}

function Sheet({ purpose }: { purpose: Purpose }) {
  const t = useText();
  const job = useJobOp('members.consentSheet', { done: () => t('memberConsent.printed') });
  const print = async () => {
    const file = await job.run({ purpose }).catch(() => undefined);
    if (file) await saveFile(file);
  };
  if (job.progress) return <ProgressPanel title={t('memberConsent.printing')} progress={job.progress} />;
  return (
    <div className="so-row">
      <ActionButton
        action={{
          key: 'print',
          label: t('memberConsent.print'),
          icon: Printer,
          onClick: () => void print(),
        }}
      />
    </div>
  );
}

function Give({ purpose, ids, onDone }: { purpose: Purpose; ids: number[]; onDone(): void }) {
  const t = useText();
  const give = useCommandOp('members.giveConsent', {
    failure: 'inline',
    done: (data) => t('memberConsent.given', { count: data.count }),
  });
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={{ givenOn: todayIso(), how: 'list', note: null }}
      onCancel={onDone}
      onReload={onDone}
      onSubmit={async (values) => {
        await give.run({ ...values, purpose, ids });
        onDone();
      }}
    >
      <p className="so-strong">{t('memberConsent.giveCount', { count: ids.length })}</p>
      <DateField name="givenOn" label={t('memberConsent.field.givenOn')} precision="day" required />
      <SelectField
        name="how"
        label={t('memberConsent.field.how')}
        required
        options={CONSENT_WAYS.map((value) => ({ value, label: t(`memberConsent.how.${value}`) }))}
      />
      <TextField name="note" label={t('memberConsent.field.note')} max={300} optional />
    </RecordForm>
  );
}
