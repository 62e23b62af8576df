/** The words and prices by which lines on certificates are broken, as an office may change them. */
import { PencilLine, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { ActionButton, Drawer, FieldRow, RecordForm, TextAreaField, TextField, useFormat } from '../../ui';
import { readNumber, showNumber } from './model/words';

type Words = OutputOf<'certificates.words'>;
const LISTS = ['compounds', 'openers', 'honorifics', 'beforeNumber', 'units'] as const;
const PRICES = [
  ...['compound', 'quoted', 'number', 'dash', 'opener', 'comma', 'line', 'shrink', 'uneven'],
] as (keyof Words['rules']['prices'])[];

type Values = Record<(typeof LISTS)[number], string | null> & Record<`price_${string}`, string | null>;

export function WordsBox() {
  const t = useText();
  const format = useFormat();
  const words = useQueryOp('certificates.words', {}).data;
  const [open, setOpen] = useState(false);
  const save = useCommandOp('certificates.saveWords', { done: () => t('designer.wordsSaved') });
  if (!words) return null;
  const changed = t(words.changed ? 'designer.wordsOwn' : 'designer.wordsShipped');
  return (
    <section className="so-card so-cert-box">
      <div className="so-row">
        <h2>{t('designer.wordsTitle')}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            key: 'edit',
            label: t('designer.editWords'),
            icon: PencilLine,
            onClick: () => setOpen(true),
          }}
        />
      </div>
      <p className="so-caption">{t('designer.wordsBody')}</p>
      <p className="so-caption">
        {t('designer.wordsCount', { count: format.count(words.rules.compounds.length), changed })}
      </p>
      {words.changed && (
        <ActionButton
          size="small"
          action={{
            key: 'back',
            label: t('designer.wordsBack'),
            icon: RotateCcw,
            onClick: () => save.fire({ version: words.version, rules: null }),
          }}
        />
      )}
      <Drawer open={open} onClose={() => setOpen(false)} title={t('designer.wordsTitle')}>
        {open && <WordsForm words={words} onDone={() => setOpen(false)} />}
      </Drawer>
    </section>
  );
}

function initialOf({ rules }: Words, language: 'vi' | 'en'): Values {
  const lists = LISTS.map((key) => [key, rules[key].join('\n')] as const);
  const prices = PRICES.map((key) => [`price_${key}`, showNumber(rules.prices[key], language)] as const);
  return Object.fromEntries([...lists, ...prices]) as Values;
}

function rulesOf(values: Values, before: Words['rules']): Words['rules'] {
  const lists = LISTS.map((key) => {
    const lines = (values[key] ?? '').split(/[\n;]/).map((line) => line.trim());
    return [key, lines.filter((line) => line !== '').map((line) => line.slice(0, 60))] as const;
  });
  const prices = PRICES.map(
    (key) => [key, readNumber(values[`price_${key}`] ?? '') ?? before.prices[key]] as const,
  );
  return { ...Object.fromEntries(lists), prices: Object.fromEntries(prices) } as Words['rules'];
}

function WordsForm({ words, onDone }: { words: Words; onDone(): void }) {
  const t = useText();
  const save = useCommandOp('certificates.saveWords', {
    failure: 'inline',
    done: () => t('designer.wordsSaved'),
  });
  const priceRule = {
    validator: (_: unknown, value: string | null) => {
      const number = readNumber(value ?? '');
      return number !== null && Math.abs(number) <= 1000
        ? Promise.resolve()
        : Promise.reject(new Error(t('designer.range', { min: '−1000', max: '1000' })));
    },
  };
  return (
    <RecordForm<Values>
      draftKey={null}
      saveLabel={t('designer.saveWords')}
      initial={initialOf(words, t.language)}
      onCancel={onDone}
      onSubmit={async (values) => {
        await save.run({ version: words.version, rules: rulesOf(values, words.rules) });
        onDone();
      }}
    >
      {LISTS.map((key) => (
        <TextAreaField
          key={key}
          name={key}
          label={t(`designer.lists.${key}`)}
          rows={key === 'compounds' ? 10 : 4}
        />
      ))}
      <FieldRow columns="1fr 1fr 1fr">
        {PRICES.map((key) => (
          <TextField
            key={key}
            name={`price_${key}`}
            label={t(`designer.prices.${key}`)}
            rules={[priceRule]}
          />
        ))}
      </FieldRow>
    </RecordForm>
  );
}
