/** Corrects one recipient of a draft: the name, post and unit as they will be printed. */

import type { InputOf } from '../../../shared/contract';
import { honorificOf, movementReason } from '../../../shared/domain/awards';
import { useCommandOp, useQueryOp, useText } from '../../client';
import { Drawer, FieldRow, MoneyField, RecordForm, SelectField, TextAreaField, TextField } from '../../ui';
import type { Recipient } from './RecipientsPane';

type Values = Omit<InputOf<'awards.updateRecipient'>, 'id' | 'version'>;

export function RecipientDrawer({ recipient, onClose }: { recipient: Recipient; onClose(): void }) {
  const t = useText();
  const save = useCommandOp('awards.updateRecipient', {
    failure: 'inline',
    done: (_, input) => t('awards.recipients.updated', { name: input.name }),
  });
  const movements = useQueryOp('movements.list', { limit: 500 }).data?.rows ?? [];
  const { kind, memberId, spouseId, orgUnitId } = recipient;
  const people = kind !== 'collective';
  return (
    <Drawer open onClose={onClose} title={t('awards.recipient.title')} facts={t(`awards.kinds.${kind}`)}>
      <RecordForm<Values>
        draftKey={null}
        initial={pick(recipient)}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { id, version } = recipient;
          await save.run({ ...values, id, version, kind, memberId, spouseId, orgUnitId });
          onClose();
        }}
      >
        {(form) => (
          <>
            <FieldRow columns={people ? '84px 1fr' : '1fr'}>
              {people && (
                <TextField
                  name="honorific"
                  label={t('awards.recipient.honorific')}
                  max={20}
                  placeholder={honorificOf('female') ?? ''}
                />
              )}
              <TextField name="name" label={t('awards.recipient.name')} required max={200} />
            </FieldRow>
            {kind === 'household' && (
              <FieldRow columns="84px 1fr">
                <TextField name="spouseHonorific" label={t('awards.recipient.spouseHonorific')} max={20} />
                <TextField name="spouseName" label={t('awards.recipient.spouseName')} max={100} />
              </FieldRow>
            )}
            {people && <TextField name="post" label={t('awards.recipient.post')} max={200} />}
            {people && <TextField name="unitName" label={t('awards.recipient.unitName')} max={200} />}
            {movements.length > 0 && (
              <SelectField<number>
                name="movementId"
                label={t('awards.field.movementId')}
                optional
                clearable
                options={movements.map((one) => ({ value: one.id, label: one.name }))}
                onPicked={(picked) => {
                  const name = movements.find((one) => one.id === picked)?.name;
                  if (name !== undefined) form.setFieldsValue({ reason: movementReason(name) } as never);
                }}
              />
            )}
            <TextAreaField
              name="reason"
              label={t('awards.recipient.reason')}
              optional
              max={500}
              hint={t('awards.recipient.reasonHint')}
            />
            <MoneyField name="amount" label={t('awards.recipient.amount')} optional />
          </>
        )}
      </RecordForm>
    </Drawer>
  );
}

function pick(row: Recipient): Partial<Values> {
  const { honorific, name, spouseHonorific, spouseName, post, unitName, movementId, reason, amount } = row;
  return { honorific, name, spouseHonorific, spouseName, post, unitName, movementId, reason, amount };
}
