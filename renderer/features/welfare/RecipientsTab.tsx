/** The list of a campaign: figures, what to look at, and every line. */
import { CheckCheck, Gift, Plus, Trash2, TriangleAlert, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCommandOp, useText } from '../../client';
import {
  type Action,
  ActionButton,
  allIdsOf,
  BulkBar,
  type Column,
  ConditionChips,
  DataTable,
  EmptyState,
  FigureLink,
  Note,
  Page,
  SearchField,
  Tag,
  useAddressConditions,
  useColumns,
  useFormat,
  usePagedOp,
  useSelection,
} from '../../ui';
import { useShortPlace } from '../members/places';
import { AddRecipients } from './AddRecipients';
import type { CampaignFrame } from './CampaignPage';
import { RecipientDrawer } from './RecipientDrawer';
import { type Campaign, type Recipient, receiptDay } from './useCampaign';
import { WarningsBox } from './WarningsBox';

export function RecipientsTab({ campaign, frame }: { campaign: Campaign; frame: CampaignFrame }) {
  const t = useText();
  const { params, set } = useAddressConditions();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Recipient | null>(null);
  const received = params.get('signed');
  const input = {
    id: campaign.id,
    search: params.get('q') ?? '',
    received: received === 'yes' ? true : received === 'no' ? false : null,
  };
  const source = usePagedOp('welfare.recipients', input);
  const columns = useColumns('welfare.recipients', useLineColumns());
  const ticks = useSelection();
  const bulk = useBulk(campaign, () => ticks.resolve(() => allIdsOf('welfare.recipients', input)));
  const draft = campaign.state === 'draft';
  const whole = input.search === '' && input.received === null;
  const total = source.total ?? 0;
  return (
    <Page
      {...frame}
      fill
      actions={[
        ...(draft
          ? [{ key: 'add', label: t('welfare.recipient.add'), icon: Plus, onClick: () => setAdding(true) }]
          : []),
        ...(frame.actions ?? []),
      ]}
      more={[...bulk.arrange, ...(frame.more ?? [])]}
    >
      <div className="so-welfare-body">
        <div className="so-welfare-top so-stack">
          <Figures campaign={campaign} />
          <Gaps campaign={campaign} />
          <WarningsBox campaign={campaign} />
          <div className="so-row so-wrap">
            <SearchField
              value={input.search}
              onChange={(q) => set({ q })}
              placeholder={t('welfare.list.find')}
              width={240}
            />
            <ConditionChips
              label={t('welfare.list.received')}
              value={received}
              onChange={(signed) => set({ signed })}
              all={t('welfare.list.all')}
              items={[
                { key: 'no', label: t('welfare.list.unsigned') },
                { key: 'yes', label: t('welfare.list.signed') },
              ]}
            />
            <span className="so-push" />
            {draft && whole && total > 1 && (
              <span className="so-caption">{t('welfare.recipient.orderHint')}</span>
            )}
            {campaign.state !== 'settled' && campaign.totals.unsigned > 0 && !draft && (
              <ActionButton
                size="small"
                action={{
                  key: 'all',
                  label: t('welfare.receive.all'),
                  icon: CheckCheck,
                  onClick: () => bulk.receive(null, receiptDay(campaign)),
                }}
              />
            )}
          </div>
        </div>
        <DataTable
          label={t('welfare.tabs.recipients')}
          source={source}
          columns={columns}
          rowKey={(row) => row.id}
          rowLabel={(row) => row.name}
          selection={ticks}
          onOpen={(row) => setEditing(row)}
          {...(draft && whole ? { onMove: bulk.move } : {})}
          footRoom={ticks.count(total) > 0}
          empty={
            <EmptyState
              icon={Gift}
              title={t('welfare.list.empty')}
              {...(draft
                ? {
                    primary: {
                      key: 'add',
                      label: t('welfare.recipient.add'),
                      icon: Plus,
                      onClick: () => setAdding(true),
                    },
                  }
                : {})}
            >
              {t('welfare.list.emptyBody')}
            </EmptyState>
          }
        />
      </div>
      <BulkBar count={ticks.count(total)} total={total} onClear={ticks.clear} actions={bulk.actions} />
      <AddRecipients campaign={campaign} open={adding} onClose={() => setAdding(false)} />
      <RecipientDrawer campaign={campaign} line={editing} onClose={() => setEditing(null)} />
    </Page>
  );
}

function useBulk(campaign: Campaign, ticked: () => Promise<number[]>) {
  const t = useText();
  const { id, state } = campaign;
  const take = useCommandOp('welfare.receive', {
    done: (data, input) =>
      t(input.receivedOn === null ? 'welfare.receive.undone' : 'welfare.receive.done', { count: data.count }),
  });
  const remove = useCommandOp('welfare.removeRecipients', {
    done: (data) => t('welfare.recipient.removed', { count: data.count }),
  });
  const arrange = useCommandOp('welfare.arrange', { done: () => t('welfare.recipient.sorted') });
  const receive = (recipientIds: number[] | null, receivedOn: string | null) =>
    take.fire({ id, recipientIds, receivedOn });
  const signing: Action[] =
    state === 'settled'
      ? []
      : [
          {
            key: 'signed',
            label: t('welfare.receive.ticked'),
            icon: CheckCheck,
            onClick: async () => receive(await ticked(), receiptDay(campaign)),
          },
          {
            key: 'unsigned',
            label: t('welfare.receive.notTicked'),
            icon: X,
            onClick: async () => receive(await ticked(), null),
          },
        ];
  const removing: Action[] =
    state === 'draft'
      ? [
          {
            key: 'remove',
            label: t('welfare.recipient.remove'),
            icon: Trash2,
            onClick: async () => remove.fire({ ids: await ticked() }),
          },
        ]
      : [];
  const sort = (by: 'name' | 'department' | 'category', label: string): Action => ({
    key: by,
    label,
    onClick: () => arrange.fire({ id, by }),
  });
  return {
    receive,
    move: (row: Recipient, to: number) => arrange.fire({ id, move: { id: row.id, number: to + 1 } }),
    actions: [...signing, ...removing],
    arrange:
      state === 'draft'
        ? [
            sort('name', t('welfare.recipient.sortName')),
            sort('department', t('welfare.recipient.sortDepartment')),
            sort('category', t('welfare.recipient.sortCategory')),
          ]
        : [],
  };
}

function Figures({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const format = useFormat();
  const { totals, members, worths, id } = campaign;
  const all = `/welfare/${id}`;
  const figures: [string, string, string][] = [
    [t('welfare.strip.gifts'), format.count(totals.gifts), all],
    [t('welfare.strip.total'), format.money(totals.total), all],
    [t('welfare.strip.mean'), totals.mean === null ? '–' : format.money(totals.mean), all],
    [t('welfare.strip.share'), format.percent(members.given, members.active) ?? '–', all],
    [t('welfare.strip.signed'), format.fraction(totals.received, totals.gifts), `${all}?signed=yes`],
  ];
  return (
    <div className="so-welfare-strip">
      {figures.map(([label, value, to]) => (
        <span key={label}>
          <b>
            <FigureLink label={label} to={to}>
              {value}
            </FigureLink>
          </b>
          <span className="so-caption">{label}</span>
        </span>
      ))}
      <span className="so-caption so-push">
        {worths
          .slice(0, 3)
          .map((one) =>
            t('welfare.list.worths', { gifts: format.count(one.gifts), worth: format.money(one.worth) }),
          )
          .join(' · ')}
      </span>
    </div>
  );
}

/** What does not agree: sources, budget, worths, signatures, papers. */
function Gaps({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const format = useFormat();
  const { totals, fields, state, id } = campaign;
  const apply = useCommandOp('welfare.applyValues', {
    done: (data) => t('welfare.gap.applied', { count: data.count }),
  });
  const given = state === 'given' || state === 'settled';
  const words = [
    totals.gifts > 0 &&
      totals.sources !== totals.total &&
      t('welfare.gap.sources', {
        sources: format.money(totals.sources),
        total: format.money(totals.total),
        difference: format.money(Math.abs(totals.sources - totals.total)),
      }),
    fields.budget !== null &&
      totals.total > fields.budget &&
      t('welfare.gap.budget', { difference: format.money(totals.total - fields.budget) }),
    given && totals.unsigned > 0 && t('welfare.gap.unsigned', { count: totals.unsigned }),
    given && campaign.vouchers.length === 0 && campaign.exception === null && t('welfare.gap.noVoucher'),
    campaign.offPlan > 0 && state === 'draft' && t('welfare.gap.offPlan', { count: campaign.offPlan }),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Note
      tone="warn"
      icon={TriangleAlert}
      title={words.join(' ')}
      {...(campaign.offPlan > 0 && state === 'draft'
        ? {
            action: (
              <ActionButton
                size="small"
                action={{ key: 'apply', label: t('welfare.gap.apply'), onClick: () => apply.fire({ id }) }}
              />
            ),
          }
        : {})}
    />
  );
}

function useLineColumns(): Column<Recipient>[] {
  const place = useShortPlace();
  const t = useText();
  const format = useFormat();
  return useMemo<Column<Recipient>[]>(
    () => [
      {
        key: 'number',
        header: t('welfare.list.number'),
        width: 60,
        align: 'right',
        cell: (row) => row.number,
      },
      {
        key: 'name',
        header: t('welfare.list.name'),
        required: true,
        width: 210,
        cell: (row) => <span lang="vi">{row.name}</span>,
        title: (row) => row.name,
      },
      { key: 'birthYear', header: t('welfare.list.birthYear'), width: 92, cell: (row) => row.birthYear },
      {
        key: 'department',
        header: t('welfare.list.department'),
        width: 220,
        cell: (row) => row.relation ?? row.address ?? place(row.department),
        title: (row) => [row.department, row.relation, row.address].filter(Boolean).join(', '),
      },
      {
        key: 'category',
        header: t('welfare.list.category'),
        width: 160,
        cell: (row) => t(`welfare.category.${row.category}`),
      },
      {
        key: 'worth',
        private: true,
        header: t('welfare.list.worth'),
        width: 120,
        align: 'right',
        cell: (row) => format.money(row.cash + row.kindValue),
      },
      { key: 'kind', header: t('welfare.list.kind'), width: 150, hidden: true, cell: (row) => row.kindText },
      {
        key: 'received',
        header: t('welfare.list.received'),
        width: 130,
        cell: (row) =>
          row.receivedOn === null ? (
            <span className="so-muted">{t('welfare.list.notYet')}</span>
          ) : (
            <Tag tone="ok">{format.date(row.receivedOn)}</Tag>
          ),
      },
      { key: 'note', header: t('welfare.list.note'), width: 160, cell: (row) => row.note },
    ],
    [t, format, place],
  );
}
