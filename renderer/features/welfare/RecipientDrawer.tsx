/** One line of a list: what is given, and who received it. */
import type { InputOf } from '../../../shared/contract';
import { GIFT_CATEGORIES, type GiftCategory } from '../../../shared/domain/welfare';
import { useCommandOp, useText } from '../../client';
import {
  DateField,
  Drawer,
  FieldRow,
  FormSection,
  MoneyField,
  RecordForm,
  SelectField,
  TextField,
} from '../../ui';
import { type Campaign, type Recipient, receiptDay } from './useCampaign';

type Fields = Omit<InputOf<'welfare.updateRecipient'>, 'id' | 'version'>;
type Receipt = { receivedOn: string | null; receivedBy: string | null };

export function RecipientDrawer({
  campaign,
  line,
  onClose,
}: {
  campaign: Campaign;
  line: Recipient | null;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Drawer
      open={line !== null}
      onClose={onClose}
      title={line?.name ?? t('welfare.recipient.edit')}
      facts={[line?.birthYear, line?.department].filter(Boolean).join(' · ')}
    >
      {line && (
        <div className="so-stack" key={`${line.id}:${line.version}`}>
          {campaign.state === 'draft' && <LineForm line={line} campaign={campaign} onDone={onClose} />}
          {campaign.state !== 'settled' && (
            <ReceiptForm line={line} day={receiptDay(campaign)} onDone={onClose} />
          )}
        </div>
      )}
    </Drawer>
  );
}

/** What of a line is edited: a form sends all it began with. */
const fieldsOf = ({
  name,
  birthYear,
  address,
  relation,
  category,
  cash,
  kindText,
  kindValue,
  note,
}: Recipient): Fields => ({
  name,
  birthYear,
  address,
  relation,
  category,
  cash,
  kindText,
  kindValue,
  note,
});

interface LineProps {
  line: Recipient;
  onDone(): void;
}

function LineForm({ line, campaign, onDone }: LineProps & { campaign: Campaign }) {
  const t = useText();
  const update = useCommandOp('welfare.updateRecipient', {
    failure: 'inline',
    done: () => t('welfare.recipient.saved', { name: line.name }),
  });
  return (
    <RecordForm<Fields>
      draftKey={null}
      initial={fieldsOf(line)}
      onSubmit={async (fields) => {
        await update.run({ ...fields, id: line.id, version: line.version });
        onDone();
      }}
    >
      {(form) => (
        <>
          {line.who === 'outsider' && (
            <>
              <FieldRow columns="1fr 100px">
                <TextField name="name" label={t('welfare.list.name')} required max={150} />
                <TextField name="birthYear" label={t('welfare.list.birthYear')} max={4} />
              </FieldRow>
              <TextField name="address" label={t('welfare.list.address')} max={200} />
              <TextField name="relation" label={t('welfare.list.relation')} max={150} />
            </>
          )}
          <SelectField<GiftCategory>
            name="category"
            label={t('welfare.list.category')}
            autoFocus
            required
            onPicked={(category) => {
              const worth = campaign.fields.values.find((one) => one.category === category);
              if (worth)
                form.setFieldsValue({
                  cash: worth.cash,
                  kindText: worth.kindText,
                  kindValue: worth.kindValue,
                });
            }}
            options={GIFT_CATEGORIES.map((value) => ({ value, label: t(`welfare.category.${value}`) }))}
          />
          <MoneyField name="cash" label={t('welfare.form.cash')} />
          <FieldRow columns="1fr 140px">
            <TextField name="kindText" label={t('welfare.form.kindText')} max={200} />
            <MoneyField name="kindValue" label={t('welfare.form.kindValue')} />
          </FieldRow>
          <TextField name="note" label={t('welfare.list.note')} max={300} />
        </>
      )}
    </RecordForm>
  );
}

function ReceiptForm({ line, day, onDone }: LineProps & { day: string }) {
  const t = useText();
  const write = useCommandOp('welfare.setReceipts', {
    failure: 'inline',
    done: (_, input) =>
      t(input.rows[0]?.receivedOn ? 'welfare.receive.done' : 'welfare.receive.undone', { count: 1 }),
  });
  return (
    <FormSection title={t('welfare.receive.title')}>
      <RecordForm<Receipt>
        draftKey={null}
        initial={{ receivedOn: line.receivedOn ?? day, receivedBy: line.receivedBy }}
        saveLabel={t('welfare.receive.title')}
        onSubmit={async ({ receivedOn, receivedBy }) => {
          await write.run({
            rows: [{ id: line.id, receivedOn: receivedOn ?? null, receivedBy: receivedBy ?? null }],
          });
          onDone();
        }}
      >
        <DateField name="receivedOn" label={t('welfare.receive.on')} precision="day" />
        <TextField
          name="receivedBy"
          label={t('welfare.receive.by')}
          hint={t('welfare.receive.byHint')}
          max={150}
        />
      </RecordForm>
    </FormSection>
  );
}
