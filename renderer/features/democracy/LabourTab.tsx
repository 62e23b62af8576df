/** Collective labour agreements, those that end soonest first, and the classes of their quality. */
import { FileSignature, Settings2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { LABOUR_STATES, type LabourState } from '../../../shared/domain/democracy';
import { useText } from '../../client';
import { type Column, ConditionChips, Drawer, Tag, type TagTone, useFormat, usePagedOp } from '../../ui';
import type { OpinionsTabProps } from '../opinions/OpinionsPage';
import { nameIn } from '../opinions/useOpinions';
import { ClassesList } from './ClassesList';
import { LabourForm } from './LabourForm';
import { RecordsTab, useListPaper, useShown } from './RecordsTab';

export type Labour = OutputOf<'democracy.labour'>['rows'][number];

const TONES: Readonly<Record<LabourState, TagTone>> = {
  coming: 'neutral',
  active: 'ok',
  ending: 'warn',
  ended: 'neutral',
};

/** Where an agreement stands; near its end also the days left. */
export function LabourTag({ row }: { row: Labour }) {
  const t = useText();
  const left = row.state === 'ending' && row.daysLeft !== null;
  return (
    <Tag tone={TONES[row.state]}>
      {left ? t('democracy.daysLeft', { count: row.daysLeft! }) : t(`democracy.labourState.${row.state}`)}
    </Tag>
  );
}

export function LabourTab({ frame, params, set }: OpinionsTabProps) {
  const t = useText();
  const navigate = useNavigate();
  const [shown, show] = useShown({ params, set });
  const [classes, setClasses] = useState(false);
  const state = LABOUR_STATES.find((key) => key === params.get('state')) ?? null;
  const search = params.get('q') ?? '';
  const source = usePagedOp('democracy.labour', { search, state });
  return (
    <>
      <RecordsTab
        {...{ frame, source, search, set }}
        name="labour"
        icon={FileSignature}
        columns={useLabourColumns()}
        rowLabel={(row) => row.title}
        onOpen={(row) => navigate(`/opinions/labour/${row.id}`)}
        words={{
          add: t('democracy.labour.add'),
          search: t('democracy.labour.search'),
          empty: t('democracy.labour.empty'),
          emptyBody: t('democracy.labour.emptyBody'),
        }}
        onAdd={() => show('new')}
        paper={useListPaper('labour', null)}
        narrowed={state !== null}
        clear={{ state: null }}
        more={[
          {
            key: 'classes',
            label: t('democracy.labour.classes'),
            icon: Settings2,
            onClick: () => setClasses(true),
          },
        ]}
        conditions={
          <ConditionChips
            label={t('democracy.field.state')}
            value={state}
            onChange={(key) => set({ state: key })}
            all={t('opinions.all')}
            items={LABOUR_STATES.map((key) => ({ key, label: t(`democracy.labourState.${key}`) }))}
          />
        }
        drawer={{
          title: t('democracy.labour.add'),
          open: shown === 'new',
          onClose: () => show(null),
          content: (
            <LabourForm
              labour={null}
              onDone={(id) => (id === null ? show(null) : navigate(`/opinions/labour/${id}`))}
            />
          ),
        }}
      />
      <Drawer
        open={classes}
        onClose={() => setClasses(false)}
        title={t('democracy.labour.classes')}
        width={440}
      >
        {classes && <ClassesList />}
      </Drawer>
    </>
  );
}

function useLabourColumns(): Column<Labour>[] {
  const t = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'number',
        header: t('democracy.field.number'),
        width: 130,
        cell: (row) => <span lang="vi">{row.number}</span>,
      },
      {
        key: 'title',
        header: t('democracy.field.labourTitle'),
        width: 300,
        required: true,
        cell: (row) => (
          <span lang="vi" className="so-strong">
            {row.title}
          </span>
        ),
        title: (row) => row.title,
      },
      {
        key: 'unit',
        header: t('democracy.field.orgUnitId'),
        width: 150,
        hidden: true,
        cell: (row) => <span lang="vi">{row.orgUnit ?? t('democracy.labour.own')}</span>,
      },
      {
        key: 'signed',
        header: t('democracy.field.signedOn'),
        width: 98,
        cell: (row) => format.date(row.signedOn),
      },
      {
        key: 'term',
        header: t('democracy.labour.term'),
        width: 206,
        cell: (row) =>
          `${format.date(row.fromOn)} – ${row.toOn === null ? t('democracy.labour.noEnd') : format.date(row.toOn)}`,
      },
      {
        key: 'articles',
        header: t('democracy.field.articles'),
        width: 152,
        align: 'right',
        cell: (row) => t('democracy.labour.articlesCount', { count: row.articles.length }),
      },
      {
        key: 'class',
        header: t('democracy.field.classId'),
        width: 100,
        cell: (row) => row.className && <span lang="vi">{nameIn(t, row.className, row.classNameEn)}</span>,
      },
      {
        key: 'state',
        header: t('democracy.field.state'),
        width: 140,
        cell: (row) => <LabourTag row={row} />,
      },
    ],
    [t, format],
  );
}
