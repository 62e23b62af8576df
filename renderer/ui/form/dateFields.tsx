/** Dates are typed: "17/2/1989", "7/1989" or "1989"; the calendar is a help. Stored as ISO of that precision. */
import { Calendar, Input, Popover } from 'antd';
import dayjs from 'dayjs';
import { CalendarDays } from 'lucide-react';
import { useCallback, useState } from 'react';
import { type DateProblem, formatDate, isPartialDate, parseDate } from '../../../shared/domain/dates';
import { type Translate, useText } from '../../client/i18n';
import { chordOf } from '../keys';
import { Icon } from '../parts/Icon';
import { type Control, type FieldProps, FieldShell, fail, pass } from './FieldShell';
import { useTypedText } from './typed';

export interface DateFieldProps extends FieldProps {
  /** 'day' refuses a date without its day; 'partial' (default) takes month or year alone. */
  precision?: 'partial' | 'day';
  /** ISO; outside gets a sentence. */
  min?: string;
  max?: string;
}

const read = (text: string): string | null => {
  const result = parseDate(text);
  return result.ok ? result.iso : null;
};
const write = (value: string | null): string =>
  value === null ? '' : isPartialDate(value) ? formatDate(value) : value;

/** The sentence for typed text that is no date; null when it is fine. */
export function dateProblem(
  t: Translate,
  text: string,
  precision: 'partial' | 'day' = 'partial',
): string | null {
  const result = isPartialDate(text) ? ({ ok: true, iso: text } as const) : parseDate(text);
  if (!result.ok) return sentence(t, text, result);
  const year = Number(result.iso.slice(0, 4));
  if (year < 1900 || year > 2099) return t('ui.form.noSuchYear', { year });
  return precision === 'day' && result.iso.length < 10 ? t('ui.form.dayMissing') : null;
}

function sentence(t: Translate, text: string, problem: DateProblem): string | null {
  const { day = '', month = '', year = '' } = problem;
  switch (problem.problem) {
    case 'empty':
      return null;
    case 'no-such-day':
      return t('ui.form.noSuchDay', { day, month, year });
    case 'no-such-month':
      return t('ui.form.noSuchMonth', { month, year });
    case 'year-out-of-range':
      return t('ui.form.noSuchYear', { year });
    default:
      return t('ui.form.dateWrong', { text });
  }
}

export function DateField({ precision = 'partial', min, max, ...field }: DateFieldProps) {
  const t = useText();
  const check = useCallback(
    (_: unknown, value: unknown) => {
      if (typeof value !== 'string' || value === '') return pass();
      const problem = dateProblem(t, value, precision);
      if (problem) return fail(problem);
      if (max && value > max) return fail(t('ui.form.dateAfter', { max: formatDate(max, t.language) }));
      if (min && value < min.slice(0, value.length))
        return fail(t('ui.form.dateBefore', { min: formatDate(min, t.language) }));
      return pass();
    },
    [t, precision, min, max],
  );
  return (
    <FieldShell<string | null> field={field} rules={[{ validator: check }]}>
      {(control) => <DateInput control={control} required={field.required ?? false} />}
    </FieldShell>
  );
}

function DateInput({ control, required }: { control: Control<string | null>; required: boolean }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const typed = useTypedText<string>(control.value, control.onChange, read, write);
  const chosen =
    control.value && isPartialDate(control.value) && control.value.length === 10 ? control.value : null;
  const calendar = (
    <div className="so-calendar">
      <Calendar
        fullscreen={false}
        value={dayjs(chosen ?? undefined)}
        onSelect={(day, info) => {
          typed.setText(day.format('DD/MM/YYYY'));
          if (info.source === 'date') setOpen(false);
        }}
      />
    </div>
  );
  return (
    <Input
      id={control.id}
      value={typed.text}
      onChange={(event) => typed.setText(event.target.value)}
      onBlur={() => {
        typed.settle();
        control.onBlur();
      }}
      onKeyDown={(event) => {
        if (chordOf(event) === 'Alt+ArrowDown') setOpen(true);
      }}
      disabled={control.disabled}
      autoFocus={control.autoFocus}
      status={control.invalid ? 'error' : ''}
      aria-invalid={control.invalid}
      aria-describedby={control.describedBy}
      aria-required={required}
      autoComplete="off"
      suffix={
        <Popover
          open={open}
          onOpenChange={setOpen}
          content={calendar}
          trigger="click"
          placement="bottomRight"
          arrow={false}
          destroyOnHidden
        >
          <button
            type="button"
            className="so-input-button"
            tabIndex={-1}
            aria-label={t('ui.form.pickDate')}
            disabled={control.disabled}
          >
            <Icon of={CalendarDays} />
          </button>
        </Popover>
      }
    />
  );
}
