/** Sentences offered for a report, each as it would read: of the catalogue, of records of its days, of any figure. */
import { eventKind } from '../../../shared/domain/eventKinds';
import { INDICATORS } from '../../../shared/domain/indicators';
import {
  type CatalogueSentence,
  SENTENCES,
  sentenceOfIndicator,
} from '../../../shared/domain/sentenceCatalogue';
import { textOfRuns, unknownSentence, writeSentence } from '../../../shared/domain/sentences';
import { fold } from '../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../ipc/context';
import { type FactOf, figureNow, recordsOf, targetsOf } from './facts';
import { factsOfReport, liveReport } from './record';

type Row = OutputOf<'reports.sentences'>['rows'][number];
type Offered = Omit<CatalogueSentence, 'area'> & { area: Row['area'] };

/** A template written with the figures of now; null while they are not known. */
export function preview(template: string, facts: FactOf): string | null {
  const runs = writeSentence(template, (tag) => {
    const { text, value } = figureNow(facts, tag);
    return { text, zero: value === 0 };
  });
  return runs && textOfRuns(runs);
}

export const eventSentence = (id: number): string =>
  `{event:${id}|name}{?, do {event:${id}|by} tổ chức?} (ngày {event:${id}|day}): có {event:${id}|counted} tham gia{?, đạt tỷ lệ {event:${id}|rate}?}.`;
export const campaignSentence = (id: number): string =>
  `{campaign:${id}|name}: đã trao {campaign:${id}.gifts|counted}{?, trị giá {campaign:${id}.money}, bình quân {campaign:${id}.mean|full} mỗi suất?}.`;

/** A target of the report's year: what is reached of what was asked. */
function targetSentence({ id, percent, direction, unit }: ReturnType<typeof targetsOf>[number]): string {
  const [words, sign] = percent ? ['', '%'] : [` ${unit}`, ''];
  const share = percent || direction !== 'atLeast' ? '' : `{?, đạt {target:${id}.share|rate} chỉ tiêu?}`;
  return `{target:${id}|name}: {target:${id}}${words}{? (chỉ tiêu {target:${id}.asked}${sign})?}${share}.`;
}

function ofRecords(ctx: Ctx, days: { from: string; asOf: string }, search: string): Offered[] {
  const { events, campaigns } = recordsOf(ctx, days, search);
  return [
    ...targetsOf(ctx, days, search).map((row) => ({
      ...{ id: `target:${row.id}`, name: row.text, template: targetSentence(row) },
    })),
    ...campaigns.map(({ id, name }) => ({ id: `campaign:${id}`, name, template: campaignSentence(id) })),
    ...events.map(({ id, name, kind }) => ({
      id: `event:${id}`,
      name: `${eventKind(kind).name}: ${name}`,
      template: eventSentence(id),
    })),
  ].map(({ id, name, template }) => ({ key: id, area: 'record', name, nameEn: name, template }));
}

export function sentences(
  input: ParsedInputOf<'reports.sentences'>,
  ctx: Ctx,
): OutputOf<'reports.sentences'> {
  const report = liveReport(ctx, input.id);
  const facts = factsOfReport(ctx, report);
  const words = fold(input.search).split(' ').filter(Boolean);
  const fits = ({ name, nameEn, template }: Offered) => {
    const key = fold(`${name} ${nameEn} ${template.replace(/\{[^}]*\}/g, ' ')}`);
    return words.every((word) => key.includes(word));
  };
  const offered: Offered[] = [
    ...SENTENCES.filter(fits),
    ...ofRecords(ctx, { from: report.fromDate, asOf: report.asOf }, input.search),
    ...(input.figures || words.length > 0
      ? INDICATORS.map(({ id }) => ({ ...sentenceOfIndicator(id), area: 'indicator' as const })).filter(fits)
      : []),
  ];
  return {
    rows: offered.map((one) => {
      const text = preview(one.template, facts);
      return { ...one, preview: text ?? unknownSentence(one.name), known: text !== null };
    }),
  };
}
