/** Makes the sign-in sheet and hands it to the printer or the disk. */
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { participationText } from '../../../shared/domain/eventFigures';
import { bridge, printFile, saveFile, useJobOp, useQueryOp, useText } from '../../client';
import { ActionButton, CheckField, CountField, Drawer, Note, ProgressPanel, RecordForm } from '../../ui';
import type { EventDetail } from './EventPage';

interface Choices {
  blankLines: number | null;
  grouped: boolean;
}
interface Made {
  token: string;
  name: string;
}

export function SignInDrawer({
  event,
  open,
  onClose,
}: {
  event: EventDetail;
  open: boolean;
  onClose(): void;
}) {
  const t = useText();
  return (
    <Drawer open={open} onClose={onClose} title={t('events.sheet.title')} facts={event.fields.name}>
      {open && <SheetForm event={event} />}
    </Drawer>
  );
}

function SheetForm({ event }: { event: EventDetail }) {
  const t = useText();
  const [made, setMade] = useState<Made | null>(null);
  const job = useJobOp('events.signInSheet', { done: () => t('events.sheet.made'), failure: 'inline' });
  const list = useQueryOp('events.attendance', { id: event.id, language: t.language }).data;
  const unit = event.fields.audience === 'invited' ? ('person' as const) : ('member' as const);
  return (
    <div className="so-stack">
      {list && (
        <p className="so-caption">
          {t('events.sheet.body', {
            figure: participationText(
              { value: list.eligible, unit, flag: 'exact', whole: null, asOf: null },
              t.language,
            ),
          })}
        </p>
      )}
      <RecordForm<Choices>
        draftKey={null}
        initial={{ blankLines: 20, grouped: true }}
        saveLabel={t('events.sheet.make')}
        onValues={() => setMade(null)}
        onSubmit={async ({ blankLines, grouped }) => {
          setMade(null);
          setMade(await job.run({ id: event.id, blankLines: blankLines ?? 0, grouped }));
        }}
      >
        <CountField name="blankLines" label={t('events.sheet.blankLines')} min={0} max={200} />
        <CheckField name="grouped" label={t('events.sheet.grouped')} />
      </RecordForm>
      {job.progress && (
        <ProgressPanel
          title={t('events.sheet.making')}
          progress={job.progress}
          onStop={job.cancel}
          stopping={job.stopping}
        />
      )}
      {made && <MadeSheet made={made} />}
    </div>
  );
}

function MadeSheet({ made }: { made: Made }) {
  const t = useText();
  const desktop = bridge().host === 'desktop';
  return (
    <Note tone="ok" icon={Printer} title={made.name}>
      <span className="so-row so-wrap">
        {desktop && (
          <ActionButton
            size="small"
            action={{
              key: 'print',
              label: t('events.sheet.print'),
              icon: Printer,
              onClick: () => void printFile(made),
            }}
          />
        )}
        <ActionButton
          size="small"
          action={{
            key: 'save',
            label: t('events.sheet.save'),
            icon: Download,
            onClick: () => void saveFile(made),
          }}
        />
      </span>
    </Note>
  );
}
