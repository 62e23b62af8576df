/** "Tính đến ngày …": the day the register is seen on. */
import { Button, Form, Popover } from 'antd';
import { CalendarClock, ChevronDown, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../client';
import { DateField, Icon, todayIso, useFormat } from '../../../ui';

export function AsOfChip({ value, onChange }: { value: string | null; onChange(day: string | null): void }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ day: string | null }>();
  const apply = async () => {
    const { day } = await form.validateFields();
    onChange(day && day !== todayIso() ? day : null);
    setOpen(false);
  };
  const content = (
    <Form
      form={form}
      component="form"
      className="so-form so-members-asof"
      initialValues={{ day: value ?? todayIso() }}
      onSubmitCapture={(event) => {
        event.preventDefault();
        void apply().catch(() => undefined);
      }}
    >
      <DateField name="day" label={t('memberViews.asOf.label')} precision="day" required autoFocus />
      <div className="so-row">
        <Button type="primary" size="small" htmlType="submit">
          {t('members.filter.apply')}
        </Button>
        {value && (
          <Button
            size="small"
            onClick={() => {
              onChange(null);
              setOpen(false);
            }}
          >
            {t('memberViews.asOf.back')}
          </Button>
        )}
      </div>
    </Form>
  );
  return (
    <span className={value ? 'so-chip' : 'so-chip so-chip--plain'}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        content={content}
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
      >
        <button type="button" className="so-chip__text so-members-asof__open">
          <Icon of={CalendarClock} size={14} /> {t('memberViews.asOf.label')}{' '}
          <strong>{value ? format.date(value) : t('memberViews.asOf.today')}</strong>
          {!value && <Icon of={ChevronDown} size={13} />}
        </button>
      </Popover>
      {value && (
        <button
          type="button"
          className="so-chip__x"
          aria-label={t('memberViews.asOf.back')}
          onClick={() => onChange(null)}
        >
          <Icon of={X} size={14} />
        </button>
      )}
    </span>
  );
}
