/** The plan of a campaign: worth by category, sources against the total, what is printed; a count with its source. */
import { countWords, giftWords } from '../../../shared/domain/welfare';
import { useQueryOp, useText } from '../../client';
import { Facts, Page, PlainTable, useFormat } from '../../ui';
import { Shares } from './BoardTab';
import type { CampaignFrame } from './CampaignPage';
import type { Campaign } from './useCampaign';

export function PlanTab({ campaign, frame }: { campaign: Campaign; frame: CampaignFrame }) {
  const t = useText();
  const format = useFormat();
  const { fields, totals } = campaign;
  return (
    <Page {...frame}>
      <div className="so-welfare-plan">
        {fields.kind === 'count' && fields.count ? (
          <CountFacts count={fields.count} />
        ) : (
          <ListPlan campaign={campaign} />
        )}
        <section className="so-card">
          <Facts
            items={[
              { label: t('welfare.field.year'), value: String(fields.year) },
              { label: t('welfare.field.onDate'), value: format.range(fields.onDate, fields.endsOn ?? null) },
              { label: t('welfare.field.place'), value: fields.place },
              {
                label: t('welfare.field.budget'),
                value:
                  fields.budget === null || fields.budget === undefined ? null : format.money(fields.budget),
              },
              { label: t('welfare.field.programme'), value: fields.programme },
              { label: t('welfare.field.decision'), value: fields.decision },
              { label: t('welfare.field.preparer'), value: fields.preparer },
              { label: t('welfare.field.treasurer'), value: fields.treasurer },
              {
                label: t('welfare.field.orientation'),
                value: t(`welfare.orientation.${fields.orientation ?? 'portrait'}`),
              },
              { label: t('welfare.field.note'), value: fields.note },
            ]}
          />
        </section>
        {fields.kind === 'list' && totals.gifts > 0 && <CampaignShares id={campaign.id} year={fields.year} />}
      </div>
    </Page>
  );
}

function CampaignShares({ id, year }: { id: number; year: number }) {
  const board = useQueryOp('welfare.board', { id, year }).data;
  return board ? <Shares board={board} /> : null;
}

type Fields = Campaign['fields'];

function CountFacts({ count }: { count: NonNullable<Fields['count']> }) {
  const t = useText();
  const format = useFormat();
  const words = countWords(
    { value: count.value ?? null, flag: count.flag ?? 'exact', wording: count.wording ?? null },
    t.language,
  );
  return (
    <section className="so-card">
      <Facts
        items={[
          { label: t('welfare.field.gifts'), value: words },
          {
            label: t('welfare.field.countAmount'),
            value: count.amount == null ? t('welfare.noFigures') : format.money(count.amount),
          },
          { label: t('welfare.field.countSource'), value: count.source },
        ]}
      />
    </section>
  );
}

function ListPlan({ campaign }: { campaign: Campaign }) {
  const t = useText();
  const format = useFormat();
  const { fields, totals } = campaign;
  const values = fields.values ?? [];
  const sources = fields.sources ?? [];
  return (
    <div className="so-stack">
      <section className="so-card">
        <div className="so-card__head">
          <h2>{t('welfare.form.values')}</h2>
        </div>
        <PlainTable
          caption={t('welfare.form.values')}
          rows={values}
          rowKey={(row) => row.category}
          columns={[
            {
              key: 'category',
              header: t('welfare.form.category'),
              cell: (row) => t(`welfare.category.${row.category}`),
            },
            {
              key: 'worth',
              header: t('welfare.list.worth'),
              align: 'right',
              cell: (row) =>
                giftWords(
                  { cash: row.cash ?? 0, kindText: row.kindText ?? null, kindValue: row.kindValue ?? 0 },
                  t.language,
                ),
            },
          ]}
        />
      </section>
      <section className="so-card">
        <div className="so-card__head">
          <h2>{t('welfare.form.sources')}</h2>
        </div>
        <PlainTable
          caption={t('welfare.form.sources')}
          rows={sources.map((source, at) => ({ ...source, at }))}
          rowKey={(row) => row.at}
          totals={{
            kind: t('welfare.form.sum'),
            amount: format.money(totals.sources),
          }}
          columns={[
            { key: 'kind', header: t('welfare.form.source'), cell: (row) => t(`welfare.source.${row.kind}`) },
            { key: 'name', header: t('welfare.form.sourceName'), cell: (row) => row.name },
            {
              key: 'amount',
              header: t('welfare.form.amount'),
              align: 'right',
              cell: (row) => format.money(row.amount),
            },
          ]}
        />
        {totals.gifts > 0 && <p className="so-caption">{campaign.inWords}</p>}
      </section>
    </div>
  );
}
