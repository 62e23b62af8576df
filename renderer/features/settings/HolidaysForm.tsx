/** What was announced of a year: the Tết days, the day beside 2/9, and working days swapped for weekend days. */
import { besideNational, tetFrom } from '../../../shared/domain/holidays';
import { useCommandOp, useText } from '../../client';
import {
  DateField,
  Drawer,
  FieldRow,
  FormSection,
  RecordForm,
  SegmentedField,
  TextField,
  useFormat,
} from '../../ui';
import type { AnnouncedRow } from './HolidaysPane';

const SWAPS = [0, 1, 2] as const;
type SwapAt = (typeof SWAPS)[number];
type Values = {
  tetFrom: string | null;
  beside: string;
  note: string | null;
} & Record<`off${SwapAt}` | `work${SwapAt}`, string | null>;

interface HolidaysFormProps {
  row: AnnouncedRow;
  onClose(): void;
  onReload(): void;
}

export function HolidaysForm({ row, onClose, onReload }: HolidaysFormProps) {
  const t = useText();
  const format = useFormat();
  const { year } = row;
  const save = useCommandOp('settings.setHolidays', {
    failure: 'inline',
    done: () => t('holidays.saved', { year }),
  });
  return (
    <Drawer open title={t('holidays.formTitle', { year })} onClose={onClose} width={440}>
      <RecordForm<Values>
        draftKey={`holidays:${year}`}
        initial={valuesOf(row)}
        onCancel={onClose}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={async (values) => {
          await save.run({ year, version: row.version, announced: announcedFrom(values) });
          onClose();
        }}
      >
        {() => (
          <>
            <DateField
              name="tetFrom"
              label={t('holidays.tetFrom')}
              hint={t('holidays.tetHint', { day: format.weekdayDate(tetFrom(year)) ?? '' })}
              precision="day"
              optional
              autoFocus
            />
            <SegmentedField
              name="beside"
              label={t('holidays.beside')}
              options={[`${year}-09-01`, `${year}-09-03`].map((value) => ({
                value,
                label: format.dayMonth(value) ?? value,
              }))}
            />
            <FormSection title={t('holidays.swaps')}>
              <p className="so-caption">{t('holidays.swapsHint')}</p>
              {SWAPS.map((at) => (
                <FieldRow key={at} columns="1fr 1fr">
                  <DateField name={`off${at}`} label={t('holidays.off')} precision="day" />
                  <DateField name={`work${at}`} label={t('holidays.work')} precision="day" />
                </FieldRow>
              ))}
            </FormSection>
            <TextField
              name="note"
              label={t('holidays.note')}
              hint={t('holidays.noteHint')}
              optional
              max={300}
            />
          </>
        )}
      </RecordForm>
    </Drawer>
  );
}

function valuesOf({ year, announced }: AnnouncedRow): Values {
  const swap = (at: SwapAt) => announced?.swaps[at];
  return {
    tetFrom: announced?.tetFrom ?? null,
    beside: announced?.beside ?? besideNational(year),
    note: announced?.note ?? null,
    off0: swap(0)?.off ?? null,
    work0: swap(0)?.work ?? null,
    off1: swap(1)?.off ?? null,
    work1: swap(1)?.work ?? null,
    off2: swap(2)?.off ?? null,
    work2: swap(2)?.work ?? null,
  };
}

const announcedFrom = (values: Partial<Values>) => ({
  tetFrom: values.tetFrom ?? null,
  beside: values.beside ?? null,
  note: values.note ?? null,
  swaps: SWAPS.flatMap((at) => {
    const off = values[`off${at}`];
    return off ? [{ off, work: values[`work${at}`] ?? null }] : [];
  }),
});
