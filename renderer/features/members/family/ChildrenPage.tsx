/** The list of members' children: by occasion, by age on a day, by school result; as XLSX with room for signatures. */
import { Baby, FileOutput, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { InputOf } from '../../../../shared/contract';
import { CHILD_AGE } from '../../../../shared/contract/memberFamily';
import { lunarOccasion } from '../../../../shared/domain/lunar';
import { saveFile, useJobOp, useQueryOp, useText } from '../../../client';
import {
  AddFilterButton,
  ChoiceChips,
  ColumnChooser,
  DataTable,
  EmptyState,
  FilterChips,
  Page,
  type PageProps,
  ProgressPanel,
  SearchField,
  type SortState,
  todayIso,
  useColumns,
  useFormat,
  usePagedOp,
} from '../../../ui';
import { AsOfChip } from '../views/AsOfChip';
import { type ChildFilter, ChildFilterDrawer, useChildChips } from './ChildFilterDrawer';
import { useChildListColumns } from './childColumns';
import { schoolYearOf, schoolYearText } from './words';

type Sort = NonNullable<InputOf<'members.children'>['sort']>;
type Occasion = 'childrensDay' | 'midAutumn' | 'study' | 'everyone' | 'own';
const START: ChildFilter = { under: CHILD_AGE };

/** The next 1 June, full moon of the eighth month, or the school year that ended last. */
function occasions(today: string): Record<'childrensDay' | 'midAutumn', string> & { study: number } {
  const year = Number(today.slice(0, 4));
  const next = (of: (year: number) => string) => (of(year) >= today ? of(year) : of(year + 1));
  return {
    childrensDay: next((one) => `${one}-06-01`),
    midAutumn: next((one) => lunarOccasion('midAutumn', one)),
    study: schoolYearOf(today) - 1,
  };
}

export function ChildrenPage({
  tabs,
  day,
  onDay,
}: {
  tabs: NonNullable<PageProps['tabs']>;
  day: string | null;
  onDay(day: string | null): void;
}) {
  const t = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<ChildFilter>(START);
  const [occasion, setOccasion] = useState<Occasion>('own');
  const [sort, setSort] = useState<SortState>({ key: 'name', descending: false });
  const [filtering, setFiltering] = useState(false);
  const asked = { ...filter, search, day };
  const order = { sort: sort.key as Sort, descending: sort.descending };
  const source = usePagedOp('members.children', { ...asked, ...order });
  const uncertain = useQueryOp('members.children', { ...asked, ...order, limit: 1 }).data?.uncertain ?? 0;
  const columns = useColumns('children', useChildListColumns());
  const dates = useMemo(() => occasions(todayIso()), []);
  const total = source.total ?? 0;
  const job = useJobOp('members.exportChildren', {
    done: () => t('memberFamily.list.exported', { count: total }),
  });
  const run = async () => {
    const file = await job.run({ ...asked, ...order });
    if (file) await saveFile(file);
  };
  const choose = (key: Occasion) => {
    setOccasion(key);
    onDay(key === 'childrensDay' || key === 'midAutumn' ? dates[key] : null);
    setFilter(
      key === 'study'
        ? { under: null, schoolYear: dates.study, results: ['excellent', 'good'] }
        : { under: key === 'everyone' ? null : CHILD_AGE },
    );
  };
  const change = (next: ChildFilter) => {
    setOccasion('own');
    setFilter(next);
  };
  const chips = useChildChips(filter, change, () => setFiltering(true));
  return (
    <Page
      fill
      title={t('memberFamily.list.title')}
      crumbs={[{ label: t('members.title'), to: '/members' }]}
      facts={[
        t('memberFamily.list.count', { count: total }),
        uncertain > 0 && t('memberFamily.list.uncertain', { count: uncertain }),
      ]}
      tabs={tabs}
      primary={{
        key: 'export',
        label: t('memberFamily.list.export'),
        icon: FileOutput,
        disabled: total === 0,
        running: job.running,
        onClick: () => void run().catch(() => undefined),
      }}
      toolbar={
        <>
          <SearchField value={search} onChange={setSearch} placeholder={t('memberFamily.list.search')} />
          <ChoiceChips<Occasion>
            label={t('memberFamily.list.occasion')}
            active={occasion}
            onChange={choose}
            items={[
              {
                key: 'childrensDay',
                label: t('memberFamily.list.childrensDay', { date: format.date(dates.childrensDay) }),
              },
              {
                key: 'midAutumn',
                label: t('memberFamily.list.midAutumn', { date: format.date(dates.midAutumn) }),
              },
              {
                key: 'study',
                label: t('memberFamily.list.study', { year: schoolYearText(dates.study) }),
              },
              { key: 'everyone', label: t('memberFamily.list.everyone') },
            ]}
          />
          <FilterChips chips={chips} onClear={() => change({ under: null })}>
            <AddFilterButton onClick={() => setFiltering(true)} />
          </FilterChips>
          <span className="so-push" />
          <AsOfChip
            value={day}
            onChange={(next) => {
              setOccasion('own');
              onDay(next);
            }}
          />
          <ColumnChooser layout={columns} />
        </>
      }
    >
      {job.running && job.progress && (
        <ProgressPanel
          title={t('memberFamily.list.running')}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      )}
      <DataTable
        label={t('memberFamily.list.title')}
        source={source}
        columns={columns}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.fullName}
        sort={sort}
        onSort={setSort}
        onOpen={(row) => navigate(`/members/${row.parentIds[0]}?tab=family`)}
        empty={
          <EmptyState
            icon={Baby}
            title={t('memberFamily.list.empty')}
            primary={{
              key: 'register',
              label: t('memberFamily.list.openRegister'),
              icon: Users,
              onClick: () => navigate('/members'),
            }}
          >
            {t('memberFamily.list.emptyBody')}
          </EmptyState>
        }
      />
      {filtering && (
        <ChildFilterDrawer
          filter={filter}
          onClose={() => setFiltering(false)}
          onApply={(next) => {
            change(next);
            setFiltering(false);
          }}
        />
      )}
    </Page>
  );
}
