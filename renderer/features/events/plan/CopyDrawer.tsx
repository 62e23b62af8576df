/** A new event from a template or an earlier event: only its day, and its name if it is another one. */
import { useNavigate } from 'react-router-dom';
import { useCommandOp, useText } from '../../../client';
import { DateField, Drawer, RecordForm, TextField } from '../../../ui';

interface Values {
  startsOn: string;
  name: string | null;
}

export function CopyDrawer({
  from,
  onClose,
}: {
  from: { eventId?: number; templateId?: number; name: string } | null;
  onClose(): void;
}) {
  const t = useText();
  const navigate = useNavigate();
  const create = useCommandOp('events.createFrom', {
    failure: 'inline',
    done: (data) => t('eventPlans.copied', { name: data.name }),
  });
  const template = from?.templateId !== undefined;
  return (
    <Drawer
      open={from !== null}
      onClose={onClose}
      title={t(template ? 'eventPlans.useTitle' : 'eventPlans.copyTitle')}
      facts={from?.name ?? ''}
    >
      {from && (
        <div className="so-stack">
          <p className="so-caption">{t(template ? 'eventPlans.useBody' : 'eventPlans.copyBody')}</p>
          <RecordForm<Values>
            draftKey={null}
            initial={{}}
            saveLabel={t('eventPlans.create')}
            onSubmit={async ({ startsOn, name }) => {
              const { eventId = null, templateId = null } = from;
              const made = await create.run({ eventId, templateId, startsOn, name: name ?? null });
              onClose();
              navigate(`/events/${made.id}?tab=plan`);
            }}
            onCancel={onClose}
          >
            <DateField name="startsOn" label={t('events.form.startsOn')} required precision="day" autoFocus />
            <TextField
              name="name"
              label={t('eventPlans.copyName')}
              optional
              max={300}
              hint={t(template ? 'eventPlans.useNameHint' : 'eventPlans.copyNameHint')}
            />
          </RecordForm>
        </div>
      )}
    </Drawer>
  );
}
