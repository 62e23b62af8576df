/** How reports look (thể thức): heading, size of the text, days of a year, usual recipients. */
import type { InputOf } from '../../../shared/contract';
import { REPORT_HEADINGS, type ReportHeading } from '../../../shared/domain/reports';
import { useCommandOp, useQueryOp, useText } from '../../client';
import {
  ErrorState,
  LoadingBars,
  Page,
  RadioField,
  RecordForm,
  SegmentedField,
  TextAreaField,
} from '../../ui';
import type { ReportsTabProps } from './ReportsPage';

type Values = Omit<InputOf<'reports.setStyle'>, 'version' | 'unionYear' | 'bodySize'> & {
  days: 'union' | 'calendar';
  bodySize: string;
};
const SIZES = ['13', '13.5', '14'] as const;

export function StyleTab({ frame }: ReportsTabProps) {
  const t = useText();
  const query = useQueryOp('reports.style', {});
  const save = useCommandOp('reports.setStyle', { failure: 'inline', done: () => t('reports.styleSaved') });
  const style = query.data;
  if (!style)
    return (
      <Page {...frame}>
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingBars />
        )}
      </Page>
    );
  return (
    <Page {...frame}>
      <div className="so-reports-style">
        <p className="so-caption">{t('reports.style.body')}</p>
        <RecordForm<Values>
          key={style.version}
          draftKey={null}
          initial={{
            heading: style.heading,
            bodySize: String(style.bodySize),
            days: style.unionYear ? 'union' : 'calendar',
            recipients: style.recipients,
          }}
          onCancel={() => void query.refetch()}
          onSubmit={async ({ days, bodySize, ...values }) => {
            await save.run({
              ...values,
              version: style.version,
              bodySize: Number(bodySize) as 14,
              unionYear: days === 'union',
            });
          }}
        >
          <RadioField<ReportHeading>
            name="heading"
            label={t('reports.field.heading')}
            options={REPORT_HEADINGS.map((value) => ({ value, label: t(`reports.style.heading.${value}`) }))}
          />
          <SegmentedField
            name="bodySize"
            label={t('reports.field.bodySize')}
            options={SIZES.map((value) => ({
              value,
              label: t('reports.style.size', { size: t.language === 'vi' ? value.replace('.', ',') : value }),
            }))}
          />
          <RadioField<'union' | 'calendar'>
            name="days"
            label={t('reports.field.unionYear')}
            options={[
              { value: 'union', label: t('reports.style.union') },
              { value: 'calendar', label: t('reports.style.calendar') },
            ]}
          />
          <TextAreaField
            name="recipients"
            label={t('reports.field.recipients')}
            optional
            rows={5}
            max={1000}
          />
        </RecordForm>
      </div>
    </Page>
  );
}
