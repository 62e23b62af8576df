/** Templates of events: kept from an event or made new, and used for the next one. */
import { LayoutTemplate, ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { InputOf, OutputOf } from '../../../../shared/contract';
import {
  ATTENDEE_GROUP_KINDS,
  type AttendeeGroupKind,
  GROUP_NAMES,
} from '../../../../shared/domain/eventPlans';
import { useCommandOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  Drawer,
  EmptyState,
  ErrorState,
  LoadingBars,
  MoreMenu,
  Page,
  PlainTable,
  RecordForm,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui';
import '../events.css';
import { useEventWords } from '../words';
import { CopyDrawer } from './CopyDrawer';
import { agendaFrom, agendaText } from './lines';

type Template = OutputOf<'events.templates'>['rows'][number];
type Body = InputOf<'events.saveTemplate'>['body'];

export default function TemplatesPage() {
  const t = useText();
  const words = useEventWords();
  const [editing, setEditing] = useState<Template | 'new' | null>(null);
  const [used, setUsed] = useState<Template | null>(null);
  const query = useQueryOp('events.templates', {});
  const trash = useCommandOp('events.trashTemplates', { done: () => t('eventPlans.templatesTrashed') });
  const usual = useCommandOp('events.addUsualTemplates', {
    done: (data) => t('eventPlans.usualAdded', { count: data.count }),
  });
  const rows = query.data?.rows;
  const facts = ({ body }: Template) =>
    [
      words.kindName(body.kind),
      body.groups.map((group) => group.name ?? GROUP_NAMES[group.kind]).join(', '),
      body.agenda.length > 0 && t('eventPlans.templateAgenda', { count: body.agenda.length }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Page
      title={t('eventPlans.templates')}
      crumbs={[{ label: t('events.title'), to: '/events' }]}
      facts={[t('eventPlans.templatesLead')]}
      primary={{
        key: 'add',
        label: t('eventPlans.addTemplate'),
        icon: Plus,
        onClick: () => setEditing('new'),
      }}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!rows && !query.error && <LoadingBars rows={4} />}
      {rows?.length === 0 && (
        <EmptyState
          icon={LayoutTemplate}
          title={t('eventPlans.templatesEmpty')}
          primary={{
            key: 'usual',
            label: t('eventPlans.addUsual'),
            icon: ListPlus,
            onClick: () => usual.fire({}),
          }}
        >
          {t('eventPlans.templatesEmptyBody')}
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <PlainTable
          framed
          caption={t('eventPlans.templates')}
          rows={rows}
          rowKey={(one) => one.id}
          columns={[
            {
              key: 'name',
              header: t('eventPlans.templateName'),
              cell: (one) => (
                <span className="so-events-task">
                  <button type="button" className="so-linklike" onClick={() => setEditing(one)}>
                    {one.name}
                  </button>
                  <span className="so-caption">{facts(one)}</span>
                </span>
              ),
            },
            {
              key: 'use',
              header: '',
              width: 200,
              cell: (one) => (
                <span className="so-row">
                  <ActionButton
                    size="small"
                    action={{ key: 'use', label: t('eventPlans.use'), onClick: () => setUsed(one) }}
                  />
                  <MoreMenu
                    label={one.name}
                    actions={[
                      {
                        key: 'trash',
                        label: t('eventPlans.toTrash'),
                        danger: true,
                        onClick: () => trash.fire({ ids: [one.id] }),
                      },
                    ]}
                  />
                </span>
              ),
            },
          ]}
        />
      )}
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={t(editing === 'new' ? 'eventPlans.addTemplate' : 'eventPlans.editTemplate')}
      >
        {editing !== null && (
          <TemplateForm template={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
        )}
      </Drawer>
      <CopyDrawer from={used && { templateId: used.id, name: used.name }} onClose={() => setUsed(null)} />
    </Page>
  );
}

interface Values {
  name: string;
  kind: Body['kind'];
  eventName: string;
  place: string | null;
  content: string | null;
  agenda: string | null;
  groups: AttendeeGroupKind[] | null;
}

function TemplateForm({ template, onClose }: { template: Template | null; onClose(): void }) {
  const t = useText();
  const words = useEventWords();
  const save = useCommandOp('events.saveTemplate', {
    failure: 'inline',
    done: (_, input) => t('eventPlans.templateSaved', { name: input.name }),
  });
  const body = template?.body;
  const bodyOf = (values: Values): Body => {
    const kept = body?.groups ?? [];
    const chosen = values.groups ?? [];
    const { kind, eventName, place, content } = values;
    return {
      ...body,
      kind,
      eventName,
      place,
      content,
      agenda: agendaFrom(values.agenda ?? ''),
      groups: [
        ...kept.filter((group) => chosen.includes(group.kind)),
        ...chosen.filter((one) => !kept.some((group) => group.kind === one)).map((one) => ({ kind: one })),
      ],
    };
  };
  return (
    <RecordForm<Values>
      draftKey={null}
      initial={
        template && body
          ? {
              ...body,
              name: template.name,
              agenda: agendaText(body.agenda),
              groups: [...new Set(body.groups.map((one) => one.kind))],
            }
          : { kind: 'year_review' }
      }
      enterSaves={false}
      onSubmit={async (values) => {
        await save.run({
          id: template?.id ?? null,
          version: template?.version ?? null,
          name: values.name,
          body: bodyOf(values),
        });
        onClose();
      }}
      onCancel={onClose}
    >
      <TextField name="name" label={t('eventPlans.templateName')} required max={200} autoFocus />
      <SelectField name="kind" label={t('events.kind')} required options={words.kindOptions} />
      <TextField
        name="eventName"
        label={t('eventPlans.eventName')}
        hint={t('eventPlans.eventNameHint')}
        required
        max={300}
      />
      <TextField name="place" label={t('eventPlans.place')} optional max={200} />
      <SelectField<AttendeeGroupKind>
        name="groups"
        label={t('eventPlans.templateGroups')}
        multiple
        options={ATTENDEE_GROUP_KINDS.map((value) => ({ value, label: t(`eventPlans.groupKind.${value}`) }))}
      />
      <TextAreaField
        name="agenda"
        label={t('eventPlans.agenda')}
        hint={t('eventPlans.agendaHint')}
        max={5000}
      />
      <TextAreaField name="content" label={t('eventPlans.content')} optional max={5000} />
    </RecordForm>
  );
}
