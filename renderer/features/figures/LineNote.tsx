/** What has to be said of a line: its fraction, where a typed figure comes from, what is left out, why years differ. */

import { TYPED_INDICATORS } from '../../../shared/domain/annexIndicators';
import { amountText } from '../../../shared/domain/figures';
import { formatFraction } from '../../../shared/text/numbers';
import { useText } from '../../client';
import { useFormat } from '../../ui';
import type { Line } from './FiguresPage';

export function LineNote({ line }: { line: Line }) {
  const t = useText();
  const format = useFormat();
  const { figure, typed } = line;
  const parts: string[] = [];
  if (figure.unit === 'percent' && figure.part !== null && figure.whole !== null) {
    const fraction = formatFraction(figure.part, figure.whole, { locale: t.language });
    parts.push(
      figure.wholeOn
        ? t('figures.note.wholeOn', { fraction, date: format.date(figure.wholeOn) })
        : t('figures.note.fraction', { fraction }),
    );
  }
  if (figure.unknown && figure.value !== null)
    parts.push(t('figures.note.unknown', { count: figure.unknown }));
  if (figure.gap === 'fieldOff') parts.push(t('figures.note.fieldOff'));
  const bare = figure.value === null && figure.typed === undefined;
  if (bare && (TYPED_INDICATORS as readonly string[]).includes(figure.id))
    parts.push(t('figures.note.typedOnly'));
  const source = figure.typed?.source;
  const beside = source === undefined ? typed[0] : undefined;
  return (
    <div className="so-figures-note">
      {parts.map((text) => (
        <div key={text}>{text}</div>
      ))}
      {source !== undefined && (
        <div lang={t.language === 'en' ? 'vi' : undefined}>{t('figures.note.typed', { source })}</div>
      )}
      {figure.typed && figure.typed.computed !== null && (
        <div>{t('figures.note.computed', { amount: format.count(figure.typed.computed) })}</div>
      )}
      {beside && (
        <div lang={t.language === 'en' ? 'vi' : undefined}>
          {t('figures.note.beside', {
            amount:
              beside.value === null
                ? (beside.wording ?? '')
                : (amountText({ ...figure, value: beside.value, flag: beside.flag }, t.language) ?? ''),
            source: beside.source,
          })}
        </div>
      )}
      <Why notes={line.notes} />
    </div>
  );
}

function Why({ notes }: { notes: Line['notes'] }) {
  const t = useText();
  const format = useFormat();
  if (notes.length === 0) return null;
  const day = (on: string | null) => (on === null ? '' : format.date(on));
  const amount = (value: number | null) => (value === null ? '' : format.count(value));
  const said = (note: Line['notes'][number]): string => {
    if (note.kind === 'definition')
      return t('figures.why.definition', { date: day(note.on), what: note.what ?? '' });
    if (note.kind === 'unknownBefore') return t('figures.why.unknownBefore');
    if (note.kind === 'source') return t(`figures.why.${note.now === 1 ? 'sourceTyped' : 'sourceCounted'}`);
    return t('figures.why.whole', {
      now: amount(note.now),
      before: amount(note.before),
      nowOn: day(note.nowOn),
      beforeOn: day(note.beforeOn),
    });
  };
  return (
    <details className="so-figures-why">
      <summary>{t('figures.why.title')}</summary>
      <ul>
        {notes.map((note) => (
          <li
            key={`${note.kind}${note.on ?? ''}${note.what ?? ''}`}
            lang={note.kind === 'definition' && t.language === 'en' ? 'vi' : undefined}
          >
            {said(note)}
          </li>
        ))}
      </ul>
    </details>
  );
}
