/** Adds an occasion of the unit, or corrects one. */
import type { InputOf } from '../../../shared/contract';
import type { EventKindCode } from '../../../shared/domain/eventKinds';
import { useCommandOp, useText } from '../../client';
import {
  CountField,
  Drawer,
  FieldRow,
  RecordForm,
  SegmentedField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../ui';
import { useEventWords } from '../events/words';
import type { OccasionRow } from './OccasionsPage';

type Values = Omit<InputOf<'calendar.saveOccasion'>, 'id' | 'version'>;
const CALENDARS = ['solar', 'lunar'] as const;

interface OccasionFormProps {
  occasion: OccasionRow | null;
  onClose(): void;
  onReload(): void;
}

export function OccasionForm({ occasion, onClose, onReload }: OccasionFormProps) {
  const t = useText();
  const words = useEventWords();
  const save = useCommandOp('calendar.saveOccasion', {
    failure: 'inline',
    done: (_, input) => t('calendar.occasions.saved', { name: input.name }),
  });
  return (
    <Drawer
      open
      title={occasion ? t('calendar.occasions.edit') : t('calendar.occasions.add')}
      onClose={onClose}
      width={440}
    >
      <RecordForm<Values>
        draftKey={`occasion:${occasion?.id ?? 'new'}`}
        initial={occasion ? valuesOf(occasion) : { calendar: 'solar', lasts: 1 }}
        onCancel={onClose}
        onReload={onReload}
        onSubmit={async (values) => {
          await save.run({ ...values, id: occasion?.id ?? null, version: occasion?.version ?? 0 });
          onClose();
        }}
      >
        {() => (
          <>
            <TextField name="name" label={t('calendar.occasion.name')} required max={120} autoFocus />
            <SegmentedField
              name="calendar"
              label={t('calendar.occasion.calendar')}
              options={CALENDARS.map((value) => ({ value, label: t(`calendar.calendars.${value}`) }))}
            />
            <FieldRow columns="1fr 1fr 1fr">
              <CountField name="day" label={t('calendar.occasion.day')} required min={1} max={31} />
              <CountField name="month" label={t('calendar.occasion.month')} required min={1} max={12} />
              <CountField
                name="lasts"
                label={t('calendar.occasion.lasts')}
                required
                min={1}
                max={31}
                unit={t('calendar.occasion.lastsUnit')}
              />
            </FieldRow>
            <p className="so-caption">{t('calendar.occasions.dayHint')}</p>
            <SelectField<EventKindCode>
              name="eventKind"
              label={t('calendar.occasion.eventKind')}
              hint={t('calendar.occasion.eventKindHint')}
              optional
              clearable
              options={words.kindOptions}
            />
            <TextAreaField name="note" label={t('calendar.occasion.note')} optional max={1000} />
          </>
        )}
      </RecordForm>
    </Drawer>
  );
}

const valuesOf = ({ name, calendar, month, day, lasts, eventKind, note }: OccasionRow): Values => ({
  name,
  calendar,
  month,
  day,
  lasts,
  eventKind,
  note,
});
