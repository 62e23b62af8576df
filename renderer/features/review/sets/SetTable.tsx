/** Groups with their criteria, and ranks, as tables whose lines open for editing. */
import { Plus, TriangleAlert } from 'lucide-react';
import { useText } from '../../../client';
import { ActionButton, Icon, useFormat } from '../../../ui';
import { useConditionWords } from './RankForm';
import type { Criterion, Group, SetFields, Target } from './tree';

interface TableProps {
  fields: SetFields;
  target: Target | null;
  onTarget(target: Target): void;
}

const same = (a: Target | null, b: Target) => JSON.stringify(a) === JSON.stringify(b);

export function SetTable({ fields, target, onTarget }: TableProps) {
  const t = useText();
  return (
    <section>
      <div className="so-review-head">
        <h2>{t('review.set.groups')}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            key: 'group',
            label: t('review.set.addGroup'),
            icon: Plus,
            onClick: () => onTarget({ kind: 'group', group: fields.groups.length }),
          }}
        />
      </div>
      <div className="so-plain so-plain--framed">
        <table className="so-review-table">
          <caption className="so-sr">{t('review.set.groups')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('review.set.itemTitle')}</th>
              <th scope="col">{t('review.set.evidence')}</th>
              <th scope="col">{t('review.col.proposed')}</th>
              <th scope="col" className="so-number">
                {t('review.col.max')}
              </th>
            </tr>
          </thead>
          {fields.groups.map((group, g) => (
            <tbody key={group.code}>
              <GroupLine
                group={group}
                current={same(target, { kind: 'group', group: g })}
                onOpen={() => onTarget({ kind: 'group', group: g })}
              />
              {group.criteria.map((criterion, c) => {
                const own: Target = { kind: 'criterion', group: g, criterion: c };
                return (
                  <CriterionLine
                    key={criterion.uid ?? criterion.code}
                    criterion={criterion}
                    current={same(target, own)}
                    onOpen={() => onTarget(own)}
                  />
                );
              })}
              <tr>
                <td colSpan={4}>
                  <button
                    type="button"
                    className="so-linklike"
                    onClick={() =>
                      onTarget({ kind: 'criterion', group: g, criterion: group.criteria.length })
                    }
                  >
                    {t('review.set.addCriterion')}
                  </button>
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function GroupLine({ group, current, onOpen }: { group: Group; current: boolean; onOpen(): void }) {
  const t = useText();
  const format = useFormat();
  const sum = group.criteria.reduce((total, each) => total + each.max, 0);
  const title = t.language === 'vi' ? group.title : (group.titleEn ?? group.title);
  return (
    <tr className={`so-review-group${current ? ' so-review-item--current' : ''}`} onClick={onOpen}>
      <th scope="rowgroup" colSpan={2}>
        <button type="button">
          {group.code}. {title}
        </button>
      </th>
      <td>
        {sum !== group.max && group.criteria.length > 0 && (
          <span className="so-review-state__missing so-row">
            <Icon of={TriangleAlert} />
            {t('review.set.sumOff', { sum: format.decimal(sum, 2), max: format.decimal(group.max, 2) })}
          </span>
        )}
      </td>
      <td className="so-number so-strong">{format.decimal(group.max, 2)}</td>
    </tr>
  );
}

function CriterionLine({
  criterion,
  current,
  onOpen,
}: {
  criterion: Criterion;
  current: boolean;
  onOpen(): void;
}) {
  const t = useText();
  const format = useFormat();
  const vi = t.language === 'vi';
  const source =
    criterion.indicators.length === 0 ? 'manual' : criterion.rule === null ? 'figureOnly' : 'proposes';
  return (
    <tr
      className={`so-review-item${current ? ' so-review-item--current' : ''}`}
      aria-current={current ? 'true' : undefined}
      onClick={onOpen}
    >
      <th scope="row">
        <span className="so-review-item__code">{criterion.code}</span>
        <button type="button" className="so-review-item__title">
          {vi ? criterion.title : (criterion.titleEn ?? criterion.title)}
        </button>
      </th>
      <td className="so-muted">{vi ? criterion.evidence : (criterion.evidenceEn ?? criterion.evidence)}</td>
      <td className="so-muted">{t(`review.set.${source}`)}</td>
      <td className="so-number">{format.decimal(criterion.max, 2)}</td>
    </tr>
  );
}

export function RanksTable({ fields, target, onTarget }: TableProps) {
  const t = useText();
  const format = useFormat();
  const wordsOf = useConditionWords();
  return (
    <section>
      <div className="so-review-head">
        <h2>{t('review.set.ranks')}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            key: 'rank',
            label: t('review.set.addRank'),
            icon: Plus,
            onClick: () => onTarget({ kind: 'rank', rank: fields.ranks.length }),
          }}
        />
      </div>
      <div className="so-plain so-plain--framed">
        <table className="so-review-table">
          <caption className="so-sr">{t('review.set.ranks')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('review.set.rankName')}</th>
              <th scope="col">{t('reviewWork.set.conditionCol')}</th>
              <th scope="col" className="so-number">
                {t('review.set.rankMin')}
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.ranks.map((rank, r) => (
              <tr
                key={`${rank.min}-${rank.name}`}
                className={`so-review-item${same(target, { kind: 'rank', rank: r }) ? ' so-review-item--current' : ''}`}
                onClick={() => onTarget({ kind: 'rank', rank: r })}
              >
                <th scope="row">
                  <button type="button" className="so-review-item__title">
                    {t.language === 'vi' ? rank.name : (rank.nameEn ?? rank.name)}
                  </button>
                </th>
                <td className="so-muted">{wordsOf(rank)}</td>
                <td className="so-number">{format.decimal(rank.min, 2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
