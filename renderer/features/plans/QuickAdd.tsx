/** Work typed line after line: Enter adds it to the month and waits for the next. */
import { Input, Select } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { useCommandOp, useText } from '../../client';
import { chordOf, Icon, isComposing, todayIso } from '../../ui';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

export function QuickAdd({ year }: { year: number }) {
  const t = useText();
  const thisYear = Number(todayIso().slice(0, 4)) === year;
  const [month, setMonth] = useState(thisYear ? Number(todayIso().slice(5, 7)) : 1);
  const [text, setText] = useState('');
  const busy = useRef(false);
  const save = useCommandOp('plans.save', { done: () => t('plans.saved') });
  const add = async () => {
    if (text.trim() === '' || busy.current) return;
    busy.current = true;
    await save.run({ year, month, text }).then(
      () => setText(''),
      () => undefined,
    );
    busy.current = false;
  };
  return (
    <div className="so-plans-quick">
      <Select<number>
        className="so-plans-month"
        aria-label={t('plans.field.month')}
        value={month}
        onChange={setMonth}
        suffixIcon={<Icon of={ChevronDown} />}
        options={MONTHS.map((value) => ({ value, label: t('plans.month', { month: String(value) }) }))}
      />
      <Input
        aria-label={t('plans.quickLabel', { month: String(month) })}
        placeholder={t('plans.quick')}
        value={text}
        maxLength={500}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event) || chordOf(event) !== 'Enter') return;
          event.preventDefault();
          void add();
        }}
      />
    </div>
  );
}
