/** Council meetings of a round, and the votes of the one that is looked at. */
import { FileText, Gavel, PencilLine, Plus, Printer, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCommandOp, useText } from '../../../client';
import { ActionButton, Drawer, EmptyState, IconButton, MoreMenu, useFormat } from '../../../ui';
import { MeetingForm } from './MeetingForm';
import type { RoundData } from './RoundPage';
import type { RoundPapers } from './usePapers';
import { VotesTable } from './VotesTable';

export function CouncilPane({ data, papers }: { data: RoundData; papers: RoundPapers }) {
  const t = useText();
  const { meetings, round } = data;
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const add = { key: 'add', label: t('proposals.council.add'), icon: Plus, onClick: () => setEditing('new') };
  return (
    <>
      {meetings.length === 0 ? (
        <EmptyState icon={Gavel} title={t('proposals.council.empty')} primary={add}>
          {t('proposals.council.emptyBody')}
        </EmptyState>
      ) : (
        [...meetings]
          .reverse()
          .map((meeting, at) => (
            <Meeting
              key={meeting.id}
              data={data}
              meeting={meeting}
              papers={papers}
              onEdit={() => setEditing(meeting.id)}
              {...(at === 0 ? { onAdd: add.onClick } : {})}
            />
          ))
      )}
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={t(editing === 'new' ? 'proposals.council.add' : 'proposals.council.edit')}
        width={620}
      >
        {editing !== null && (
          <MeetingForm
            roundId={round.id}
            id={editing === 'new' ? null : editing}
            onDone={() => setEditing(null)}
          />
        )}
      </Drawer>
    </>
  );
}

function Meeting({
  data,
  meeting,
  papers,
  onEdit,
  onAdd,
}: {
  data: RoundData;
  meeting: RoundData['meetings'][number];
  papers: RoundPapers;
  onEdit(): void;
  onAdd?: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('proposals.trashMeetings', { done: () => t('proposals.council.trashed') });
  const minutes = { paper: 'councilMinutes', meetingId: meeting.id } as const;
  const name = t('proposals.papers.councilMinutes');
  return (
    <section className="so-stack">
      <div className="so-row so-wrap">
        <h2 className="so-proposals-head">
          {t('proposals.council.title', { date: format.date(meeting.heldOn) })}
        </h2>
        <span className="so-caption">
          {[
            meeting.place,
            t('proposals.council.present', {
              present: format.count(meeting.present),
              called: format.count(meeting.called),
            }),
            t('proposals.council.considered', {
              considered: format.count(meeting.considered),
              approved: format.count(meeting.approved),
            }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{ key: 'pdf', label: name, icon: Printer, onClick: () => void papers.make('pdf', minutes) }}
        />
        <IconButton icon={PencilLine} size="small" label={t('proposals.council.edit')} onClick={onEdit} />
        <MoreMenu
          size="small"
          label={t('proposals.council.title', { date: format.date(meeting.heldOn) })}
          actions={[
            {
              key: 'docx',
              label: t('proposals.papers.docx', { paper: name }),
              icon: FileText,
              onClick: () => void papers.make('docx', minutes),
            },
            ...(onAdd ? [{ key: 'add', label: t('proposals.council.add'), icon: Plus, onClick: onAdd }] : []),
            {
              key: 'trash',
              label: t('proposals.council.toTrash'),
              icon: Trash2,
              danger: true,
              onClick: () => trash.fire({ ids: [meeting.id] }),
            },
          ]}
        />
      </div>
      <VotesTable data={data} meetingId={meeting.id} />
    </section>
  );
}
