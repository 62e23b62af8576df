/** What to look at before the list is printed; leaving a warning needs a reason. */
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { GIFT_WARNINGS } from '../../../shared/domain/welfare';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Drawer, Icon, RecordForm, TextField, useFormat } from '../../ui';
import { useGroupOn } from '../care/useCare';
import type { Campaign, Warning } from './useCampaign';

/** More open warnings than this are folded, so that the list under them is seen. */
const SHOWN = 3;

export function WarningsBox({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const data = useQueryOp('welfare.warnings', { id: campaign.id }, { keep: true }).data;
  const [kept, setKept] = useState<Warning[]>([]);
  if (!data || data.rows.length === 0) return null;
  return (
    <details className="so-welfare-warnings" open={data.open > 0 && data.open <= SHOWN}>
      <summary>
        <Icon of={TriangleAlert} />{' '}
        {data.open > 0 ? t('welfare.warning.title', { count: data.open }) : t('welfare.warning.none')}
        <span className="so-caption"> {t('welfare.warning.reasonNeeded')}</span>
      </summary>
      <ul>
        {GIFT_WARNINGS.flatMap((kind) => {
          const rows = data.rows.filter((row) => row.kind === kind);
          const open = rows.filter((row) => row.reason === null);
          return rows.map((row, at) => (
            <WarningRow
              key={row.key}
              campaign={campaign}
              row={row}
              all={at === 0 && open.length > 1 ? open : null}
              onKeep={setKept}
            />
          ));
        })}
      </ul>
      <ReasonDrawer campaign={campaign} rows={kept} onClose={() => setKept([])} />
    </details>
  );
}

function WarningRow({
  campaign,
  row,
  all,
  onKeep,
}: {
  campaign: Campaign;
  row: Warning;
  /** The open ones of its kind, on the first of them. */
  all: Warning[] | null;
  onKeep(rows: Warning[]): void;
}) {
  const t = useText();
  const format = useFormat();
  const override = useCommandOp('welfare.overrideWarnings', { done: () => t('welfare.warning.reopened') });
  const byHardship = useGroupOn('hardship');
  const add = useCommandOp('welfare.addMembers', {
    done: (data) =>
      t('welfare.recipient.added', { added: data.added, already: data.already, household: data.household }),
  });
  const lines = row.numbers.length > 0 && t('welfare.warning.lines', { numbers: row.numbers.join(', ') });
  const detail = row.kind === 'inactive' && row.detail ? t.any(`members.status.${row.detail}`) : row.detail;
  const closed = campaign.state === 'settled';
  return (
    <li>
      <span className="so-welfare-warnings__words">
        <span>
          <strong>{t(`welfare.warning.${row.kind}`)}</strong> ·{' '}
          {row.kind === 'passed' && row.memberIds[0] ? (
            <Link to={`/members/${row.memberIds[0]}`}>{row.names[0]}</Link>
          ) : (
            row.names.join(' – ')
          )}
        </span>
        <span className="so-caption">
          {row.reason === null
            ? [lines, detail].filter(Boolean).join(' · ')
            : t('welfare.warning.by', {
                name: row.decidedBy ?? '',
                date: row.decidedAt ? format.dateTime(row.decidedAt) : '',
                reason: row.reason,
              })}
        </span>
      </span>
      {!closed && (
        <span className="so-row">
          {all && (
            <ActionButton
              size="small"
              action={{ key: 'all', label: t('welfare.warning.keepAll'), onClick: () => onKeep(all) }}
            />
          )}
          {row.kind === 'passed' && row.reason === null && campaign.state === 'draft' && (
            <ActionButton
              size="small"
              action={{
                key: 'add',
                label: t('welfare.warning.addThem'),
                onClick: () =>
                  add.fire({
                    id: campaign.id,
                    filter: { ids: row.memberIds },
                    category: byHardship ? 'byHardship' : (campaign.fields.values[0]?.category ?? 'standard'),
                  }),
              }}
            />
          )}
          <ActionButton
            size="small"
            action={
              row.reason === null
                ? { key: 'keep', label: t('welfare.warning.keep'), onClick: () => onKeep([row]) }
                : {
                    key: 'open',
                    label: t('welfare.warning.reopen'),
                    onClick: () => override.fire({ id: campaign.id, rows: [{ key: row.key, reason: null }] }),
                  }
            }
          />
        </span>
      )}
    </li>
  );
}

function ReasonDrawer({
  campaign,
  rows,
  onClose,
}: {
  campaign: Campaign;
  rows: readonly Warning[];
  onClose(): void;
}) {
  const t = useText();
  const override = useCommandOp('welfare.overrideWarnings', {
    failure: 'inline',
    done: (data) => t('welfare.warning.kept', { count: data.count }),
  });
  return (
    <Drawer
      open={rows.length > 0}
      onClose={onClose}
      title={t('welfare.warning.keep')}
      facts={rows[0] ? t(`welfare.warning.${rows[0].kind}`) : undefined}
    >
      {rows.length > 0 && (
        <RecordForm<{ reason: string }>
          draftKey={null}
          initial={{}}
          onCancel={onClose}
          onSubmit={async ({ reason }) => {
            await override.run({ id: campaign.id, rows: rows.map((row) => ({ key: row.key, reason })) });
            onClose();
          }}
        >
          <p className="so-caption">{rows.map((row) => row.names.join(' – ')).join(', ')}</p>
          <TextField name="reason" label={t('welfare.warning.reason')} required max={300} autoFocus />
        </RecordForm>
      )}
    </Drawer>
  );
}
