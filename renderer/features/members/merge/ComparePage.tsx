/** Two records beside each other: each differing field chosen, what comes along shown, merged by one button. */
import { ArrowLeftRight, Merge, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import { ErrorState, LoadingBars, Note, Page, useFormat, useShortcuts } from '../../../ui';
import { FieldTable } from './FieldTable';
import { PersonFacts } from './Person';
import './merge.css';

export type Compared = OutputOf<'members.comparePair'>;
export type Source = Compared['fields'][number]['proposed'];

export default function ComparePage() {
  const t = useText();
  const { kept, gone } = useParams();
  const query = useQueryOp('members.comparePair', { keptId: Number(kept), goneId: Number(gone) });
  const crumbs = [
    { label: t('members.title'), to: '/members' },
    { label: t('memberMerge.title'), to: '/members/duplicates' },
  ];
  if (query.data)
    return (
      <Loaded key={`${kept}:${gone}:${query.data.kept.version}`} compared={query.data} crumbs={crumbs} />
    );
  return (
    <Page title={t('memberMerge.compare.title')} crumbs={crumbs}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoadingBars />
      )}
    </Page>
  );
}

function Loaded({ compared, crumbs }: { compared: Compared; crumbs: { label: string; to: string }[] }) {
  const t = useText();
  const navigate = useNavigate();
  const { kept, gone, marriages } = compared;
  const [chosen, setChosen] = useState<Record<string, Source>>({});
  const [marriageId, setMarriageId] = useState<number | null>(null);
  const merge = useCommandOp('members.merge', {
    done: () => t('memberMerge.compare.merged', { name: kept.fullName }),
  });
  const distinct = useCommandOp('members.setDistinct', {
    done: () => t('memberMerge.proposed.notSameDone', { a: kept.fullName, b: gone.fullName }),
  });
  const asking = marriages.length > 0 && marriageId === null;
  const run = async () => {
    await merge.run({
      keptId: kept.id,
      keptVersion: kept.version,
      goneId: gone.id,
      goneVersion: gone.version,
      choices: Object.entries(chosen).map(([field, from]) => ({ field, from })),
      marriageId,
    });
    navigate(`/members/${kept.id}`, { replace: true });
  };
  const doMerge = () => {
    if (!asking && !merge.running) void run().catch(() => undefined);
  };
  useShortcuts({ 'Ctrl+S': doMerge });
  const settle = async (settled: boolean) => {
    await distinct.run({ pairs: [{ firstId: kept.id, secondId: gone.id }], distinct: settled });
    if (settled) navigate('/members/duplicates');
  };
  return (
    <Page
      title={t('memberMerge.compare.title')}
      crumbs={crumbs}
      facts={compared.reasons.map((reason) => t(`memberMerge.reasons.${reason}`))}
      primary={{
        key: 'merge',
        label: asking ? t('memberMerge.compare.mergeLeft') : t('memberMerge.compare.merge'),
        icon: Merge,
        keys: 'Ctrl S',
        disabled: asking,
        running: merge.running,
        onClick: doMerge,
      }}
      actions={[
        {
          key: 'swap',
          label: t('memberMerge.compare.swap'),
          icon: ArrowLeftRight,
          onClick: () => navigate(`/members/duplicates/${gone.id}/${kept.id}`, { replace: true }),
        },
        {
          key: 'distinct',
          label: t('memberMerge.compare.notSame'),
          icon: UserRoundX,
          disabled: compared.distinct,
          onClick: () => void settle(true).catch(() => undefined),
        },
      ]}
    >
      {compared.distinct && (
        <Note
          tone="warn"
          icon={UserRoundX}
          title={t('memberMerge.compare.distinct')}
          action={
            <button
              type="button"
              className="so-linklike"
              onClick={() => void settle(false).catch(() => undefined)}
            >
              {t('memberMerge.compare.forget')}
            </button>
          }
        />
      )}
      <div className="so-merge">
        <div className="so-merge__main">
          <FieldTable
            compared={compared}
            chosen={chosen}
            onChoose={(field, from) => setChosen((old) => ({ ...old, [field]: from }))}
          />
        </div>
        <aside className="so-merge__side">
          <Sides compared={compared} />
          <Household compared={compared} value={marriageId} onChange={setMarriageId} />
          <Linked compared={compared} />
          <p className="so-caption">{t('memberMerge.compare.later')}</p>
        </aside>
      </div>
    </Page>
  );
}

function Sides({ compared }: { compared: Compared }) {
  const t = useText();
  return (
    <section className="so-card">
      {(['kept', 'gone'] as const).map((side) => (
        <div key={side} className="so-merge__who">
          <span className="so-caption">{t(`memberMerge.compare.${side}`)}</span>
          <strong>{compared[side].fullName}</strong>
          <span className="so-caption">
            <PersonFacts person={compared[side]} />
          </span>
        </div>
      ))}
    </section>
  );
}

function Household({
  compared,
  value,
  onChange,
}: {
  compared: Compared;
  value: number | null;
  onChange(id: number): void;
}) {
  const t = useText();
  if (compared.marriages.length === 0) return null;
  return (
    <fieldset className="so-card so-merge__household">
      <legend>{t('memberMerge.compare.household')}</legend>
      <p className="so-caption">{t('memberMerge.compare.householdBody')}</p>
      {compared.marriages.map((marriage) => (
        <label key={marriage.id}>
          <input
            type="radio"
            name="household"
            checked={value === marriage.id}
            onChange={() => onChange(marriage.id)}
          />{' '}
          {t('memberMerge.compare.householdWith', { name: marriage.spouse })}
        </label>
      ))}
    </fieldset>
  );
}

function Linked({ compared }: { compared: Compared }) {
  const t = useText();
  const format = useFormat();
  return (
    <section className="so-card" aria-label={t('memberMerge.compare.linked')}>
      <h2>{t('memberMerge.compare.linked')}</h2>
      {compared.linked.length === 0 ? (
        <p className="so-muted">{t('memberMerge.compare.noLinked')}</p>
      ) : (
        <>
          <table className="so-merge__linked">
            <tbody>
              {compared.linked.map((row) => (
                <tr key={row.entity}>
                  <th scope="row">{t.any(`memberMerge.linked.${row.entity}`) || row.entity}</th>
                  <td>
                    {format.count(row.kept)} + {format.count(row.gone)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="so-caption">{t('memberMerge.compare.linkedBody')}</p>
        </>
      )}
    </section>
  );
}
