/** The period picker: kind, year before and after, the day everything is seen on, and two days of one's own. */
import { Button, Form, Select } from 'antd';
import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useText } from '../../client';
import { DateField, Icon, IconButton } from '../../ui';
import { AsOfChip } from '../members/views/AsOfChip';
import '../members/members.css';
import type { FiguresPeriod, PeriodKind } from './period';

export function PeriodSwitch({ period }: { period: FiguresPeriod }) {
  const t = useText();
  const { kind, year } = period;
  const own = kind === 'custom';
  return (
    <div className="so-row">
      <AsOfChip value={period.on} onChange={period.setDay} />
      {!own && (
        <IconButton
          icon={ChevronLeft}
          label={t('figures.period.before')}
          size="small"
          onClick={() => period.setYear(year - 1)}
        />
      )}
      <Select<PeriodKind>
        className="so-figures-period"
        aria-label={t('figures.period.label')}
        value={kind}
        onChange={period.setKind}
        suffixIcon={<Icon of={ChevronDown} />}
        options={period.kinds.map((value) => {
          const name = t(`figures.period.${value}`);
          return {
            value,
            label: value === kind && !own ? t('figures.period.of', { kind: name, year: String(year) }) : name,
          };
        })}
      />
      {!own && (
        <IconButton
          icon={ChevronRight}
          label={t('figures.period.after')}
          size="small"
          onClick={() => period.setYear(year + 1)}
        />
      )}
    </div>
  );
}

/** Two days of one's own. */
export function OwnDays({ period }: { period: FiguresPeriod }) {
  const t = useText();
  const [form] = Form.useForm<{ from: string; to: string }>();
  const { from, to } = period;
  const apply = async () => {
    const days = await form.validateFields();
    if (days.from <= days.to) period.setDays(days);
    else form.setFields([{ name: 'to', errors: [t('errors.DATE_ORDER')] }]);
  };
  return (
    <Form
      form={form}
      component="form"
      className="so-form so-figures-own"
      initialValues={{ from, to }}
      onSubmitCapture={(event) => {
        event.preventDefault();
        void apply().catch(() => undefined);
      }}
    >
      <div className="so-figures-days">
        <DateField name="from" label={t('figures.period.from')} precision="day" required />
        <DateField name="to" label={t('figures.period.to')} precision="day" required />
        <Button type="primary" htmlType="submit">
          {t('figures.period.apply')}
        </Button>
      </div>
    </Form>
  );
}
