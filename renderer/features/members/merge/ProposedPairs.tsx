/** Pairs that may be one person, the surest first, with reasons; compared or settled from here. */
import { GitCompareArrows, RefreshCw, UserRoundCheck, UserRoundX } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  EmptyState,
  ErrorState,
  Page,
  type PageProps,
  PlainTable,
  ProgressPanel,
  Tag,
} from '../../../ui';
import { Person } from './Person';

type Pair = OutputOf<'members.findDuplicates'>['rows'][number];
const SHOWN = 100;
const keyOf = (pair: Pair) => `${pair.first.id}:${pair.second.id}`;

export function ProposedPairs({ frame }: { frame: Pick<PageProps, 'title' | 'crumbs' | 'tabs'> }) {
  const t = useText();
  const { found, error, look, job } = usePairs();
  const distinct = useCommandOp('members.setDistinct', {
    done: (_, { pairs }) => {
      const pair = found?.rows.find((one) => one.first.id === pairs[0]?.firstId);
      return t('memberMerge.proposed.notSameDone', {
        a: pair?.first.fullName ?? '',
        b: pair?.second.fullName ?? '',
      });
    },
  });
  const columns = usePairColumns((pair) =>
    distinct.fire({ pairs: [{ firstId: pair.first.id, secondId: pair.second.id }] }),
  );
  return (
    <Page
      {...frame}
      facts={[
        found && t('memberMerge.proposed.found', { count: found.total }),
        found && found.total > SHOWN && t('memberMerge.proposed.shown', { count: SHOWN }),
      ]}
      actions={[
        {
          key: 'again',
          label: t('memberMerge.proposed.again'),
          icon: RefreshCw,
          disabled: job.running,
          onClick: look,
        },
      ]}
    >
      {!found && job.running && job.progress && (
        <ProgressPanel
          title={t('memberMerge.proposed.looking')}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      )}
      {error != null && <ErrorState error={error} onRetry={look} />}
      {found &&
        (found.rows.length === 0 ? (
          <EmptyState icon={UserRoundCheck} title={t('memberMerge.proposed.empty')}>
            {t('memberMerge.proposed.emptyBody')}
          </EmptyState>
        ) : (
          <div className="so-merge-pairs">
            <PlainTable
              framed
              caption={t('memberMerge.tabs.proposed')}
              columns={columns}
              rows={found.rows.slice(0, SHOWN)}
              rowKey={keyOf}
            />
          </div>
        ))}
    </Page>
  );
}

/** Looks when the page opens and after every change of the register. */
function usePairs() {
  const job = useJobOp('members.findDuplicates');
  const [found, setFound] = useState<OutputOf<'members.findDuplicates'> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = useRef(job.run);
  run.current = job.run;
  const look = useCallback(() => {
    setError(null);
    run.current({}).then(
      (data) => data && setFound(data),
      (problem) => setError(problem),
    );
  }, []);
  const changed = useQueryOp('members.counts', {}).dataUpdatedAt;
  useEffect(() => {
    if (changed > 0) look();
  }, [changed, look]);
  return { found, error, look, job };
}

function usePairColumns(onDistinct: (pair: Pair) => void): Column<Pair>[] {
  const t = useText();
  const navigate = useNavigate();
  return [
    {
      key: 'first',
      header: t('memberMerge.proposed.first'),
      cell: ({ first }) => <Person person={first} />,
    },
    {
      key: 'second',
      header: t('memberMerge.proposed.second'),
      cell: ({ second }) => <Person person={second} />,
    },
    {
      key: 'reasons',
      header: t('memberMerge.proposed.reasons'),
      width: 190,
      cell: ({ reasons }) => (
        <span className="so-row so-wrap so-merge-reasons">
          {reasons.map((reason) => (
            <Tag key={reason} tone="neutral">
              {t(`memberMerge.reasons.${reason}`)}
            </Tag>
          ))}
        </span>
      ),
    },
    {
      key: 'score',
      header: t('memberMerge.proposed.score'),
      width: 84,
      align: 'right',
      cell: ({ score }) => `${score}%`,
    },
    {
      key: 'tools',
      header: '',
      width: 196,
      cell: (pair) => (
        <span className="so-merge-tools">
          <ActionButton
            size="small"
            action={{
              key: 'compare',
              label: t('memberMerge.proposed.compare'),
              icon: GitCompareArrows,
              onClick: () => navigate(`/members/duplicates/${pair.first.id}/${pair.second.id}`),
            }}
          />
          <ActionButton
            size="small"
            action={{
              key: 'distinct',
              label: t('memberMerge.proposed.notSame'),
              icon: UserRoundX,
              onClick: () => onDistinct(pair),
            }}
          />
        </span>
      ),
    },
  ];
}
