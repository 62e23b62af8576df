/** The office's Word templates, in the settings: the list, and one of them opened. */
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { OutputOf } from '../../../../shared/contract';
import { type Translate, useQueryOp, useText } from '../../../client';
import { type Column, ErrorState, LoadingBars, PlainTable } from '../../../ui';
import { Pane } from '../../settings/Pane';
import { TemplateDetail } from './TemplateDetail';
import './templates.css';

export type Template = OutputOf<'wordTemplates.list'>['rows'][number];

export const nameOf = (template: Template, t: Translate): string =>
  t.language === 'vi' ? template.name : template.nameEn;

export const inUseText = (template: Template, t: Translate): string =>
  template.edition === null
    ? t('wordTemplates.builtIn')
    : t('wordTemplates.own', { edition: template.edition });

export function TemplatesPane() {
  const t = useText();
  const query = useQueryOp('wordTemplates.list', {});
  const [params, setParams] = useSearchParams();
  const chosen = query.data?.rows.find((row) => row.key === params.get('template'));
  const open = (key: string | null) => setParams(key ? { template: key } : {});
  if (chosen) return <TemplateDetail key={chosen.key} template={chosen} onBack={() => open(null)} />;
  return (
    <Pane title={t('wordTemplates.title')}>
      <p className="so-caption so-templates__lead">{t('wordTemplates.lead')}</p>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingBars rows={7} />}
      {query.data && <List rows={query.data.rows} onOpen={open} />}
    </Pane>
  );
}

function List({ rows, onOpen }: { rows: readonly Template[]; onOpen(key: string): void }) {
  const t = useText();
  const columns = useMemo<Column<Template>[]>(
    () => [
      {
        key: 'name',
        header: t('wordTemplates.name'),
        cell: (row) => (
          <button type="button" className="so-linklike" onClick={() => onOpen(row.key)}>
            {nameOf(row, t)}
          </button>
        ),
      },
      { key: 'use', header: t('wordTemplates.inUse'), cell: (row) => inUseText(row, t) },
    ],
    [t, onOpen],
  );
  return (
    <PlainTable caption={t('wordTemplates.title')} columns={columns} rows={rows} rowKey={(row) => row.key} />
  );
}
