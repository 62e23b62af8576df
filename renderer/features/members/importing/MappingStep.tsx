import { Checkbox } from 'antd';
import { FileSpreadsheet, History, Info } from 'lucide-react';
import { useState } from 'react';
import { KEY_FIELDS } from '../../../../shared/domain/import/fields';
import { useCommandOp, useJobOp, useText } from '../../../client';
import { ActionButton, Note, PlainTable, ProgressPanel, Tabs, useFormat } from '../../../ui';
import { Confidence, FieldChoice, ReadingChoice } from './columnChoices';
import type { Column, Layout, Opened, Preview } from './ImportPage';
import { TablesChoice } from './TablesChoice';
import { TurnOnDialog } from './TurnOnDialog';
import { type Mapping, previewInput, useMapping } from './useMapping';

/** The mapping that was guessed or remembered, with sample values; every column can be given another field or left out. */
export function MappingStep({
  opened,
  token,
  kept,
  onOpened,
  onPreview,
  onLeave,
}: {
  opened: Opened;
  token: string;
  /** What was set before the preview, when the user comes back from it. */
  kept: Mapping | null;
  onOpened(opened: Opened): void;
  onPreview(preview: Preview, mapping: Mapping): void;
  onLeave(): void;
}) {
  const t = useText();
  const set = useMapping(opened, kept);
  const { mapping } = set;
  const [turningOn, setTurningOn] = useState<string | null>(null);
  const preview = useJobOp('members.importPreview', { done: null });
  const reopen = useJobOp('members.importOpen', { done: null });
  const discard = useCommandOp('members.importDiscard', { done: null });
  const busy =
    preview.progress && preview.running ? preview : reopen.progress && reopen.running ? reopen : null;
  const layouts = mapping.layouts.filter(({ layout }) =>
    opened.tables.some((table) => table.layout === layout && mapping.tables.has(table.table)),
  );
  const people = opened.tables
    .filter(({ table }) => mapping.tables.has(table))
    .reduce((sum, table) => sum + table.people, 0);
  const nameless = layouts.length > 0 && !layouts.some(hasNames);
  const go = async () => {
    const answer = await preview.run(previewInput(opened, mapping));
    if (answer) onPreview(answer, mapping);
  };
  const openAgain = async (recall: boolean) => {
    discard.fire({ importId: opened.importId });
    const again = await reopen.run({ token, recall });
    if (!again) return;
    set.reset(again);
    onOpened(again);
  };
  if (busy?.progress)
    return (
      <ProgressPanel
        title={t('members.import.reading')}
        progress={busy.progress}
        onStop={busy.cancel}
        stopping={busy.stopping}
      />
    );
  return (
    <>
      <div className="so-import-scroll">
        <FoundNote opened={opened} people={people} />
        <RememberedNote layouts={layouts} onForget={() => void openAgain(false).catch(() => undefined)} />
        <TablesChoice opened={opened} chosen={mapping.tables} onChange={set.setTable} />
        <Layouts opened={opened} layouts={layouts} set={set} onTurnOn={(field) => setTurningOn(field)} />
        <p className="so-caption">{t('memberImport.clearNote')}</p>
      </div>
      {turningOn !== null && (
        <TurnOnDialog
          field={turningOn}
          onClose={() => setTurningOn(null)}
          onDone={() => {
            setTurningOn(null);
            void openAgain(true).catch(() => undefined);
          }}
        />
      )}
      <div className="so-import-foot">
        <span className="so-muted so-row">
          <Info size={16} aria-hidden /> {t('members.import.safe')}
        </span>
        <span className="so-push" />
        <Checkbox
          checked={nameless || !mapping.addPeople}
          disabled={nameless}
          onChange={(event) => set.setAddPeople(!event.target.checked)}
        >
          {t('memberImport.onlyKnown')}
        </Checkbox>
        <ActionButton
          action={{
            key: 'cancel',
            label: t('members.import.discard'),
            onClick: () => {
              discard.fire({ importId: opened.importId });
              onLeave();
            },
          }}
        />
        <ActionButton
          primary
          action={{
            key: 'preview',
            label: t('members.import.preview', { count: people }),
            onClick: () => void go().catch(() => undefined),
            disabled: layouts.length === 0 || !layouts.every((one) => hasNames(one) || hasKeys(one)),
          }}
        />
      </div>
    </>
  );
}

const hasNames = ({ columns }: Layout) =>
  columns.some(({ field }) => field === 'fullName' || field === 'givenName');

const hasKeys = ({ columns }: Layout) => columns.some(({ field }) => KEY_FIELDS.some((key) => key === field));

function FoundNote({ opened, people }: { opened: Opened; people: number }) {
  const t = useText();
  return (
    <Note
      icon={FileSpreadsheet}
      title={t('members.import.found', {
        count: people,
        file: opened.fileName,
        line: opened.headerLine,
      })}
    >
      {opened.notes
        .map((note) => t.any(`members.import.notes.${note.kind}`))
        .filter((text, at, all) => text && all.indexOf(text) === at)
        .join(' ')}
    </Note>
  );
}

function RememberedNote({ layouts, onForget }: { layouts: readonly Layout[]; onForget(): void }) {
  const t = useText();
  const format = useFormat();
  const recalled = layouts.flatMap(({ remembered }) => (remembered ? [remembered] : []));
  const [first] = recalled;
  if (!first || first.columns === 0) return null;
  const about = { name: first.name, date: format.dayOf(first.usedAt) ?? '' };
  return (
    <Note
      tone="ok"
      icon={History}
      title={t(first.exact ? 'memberImport.remembered' : 'memberImport.rememberedAlike', about)}
    >
      <button type="button" className="so-linklike" onClick={onForget}>
        {t('memberImport.forget')}
      </button>
    </Note>
  );
}

/** The columns of each layout; lists with the same columns are mapped together. */
function Layouts({
  opened,
  layouts,
  set,
  onTurnOn,
}: {
  opened: Opened;
  layouts: readonly Layout[];
  set: ReturnType<typeof useMapping>;
  onTurnOn(field: string): void;
}) {
  const t = useText();
  const [at, setAt] = useState(0);
  const shown = layouts.find(({ layout }) => layout === at) ?? layouts[0];
  if (!shown) return null;
  const { layout, columns } = shown;
  const sheetsOf = (one: Layout) =>
    opened.tables.filter((table) => table.layout === one.layout).map((table) => table.sheet);
  return (
    <>
      {layouts.length > 1 && (
        <Tabs
          items={layouts.map((one, i) => ({
            key: String(one.layout),
            label: `${t('memberImport.layout', { number: i + 1 })}: ${[...new Set(sheetsOf(one))].slice(0, 3).join(', ')}`,
          }))}
          active={String(layout)}
          onChange={(key) => setAt(Number(key))}
        />
      )}
      <PlainTable<Column>
        framed
        caption={t('members.import.steps.mapping')}
        rows={columns}
        rowKey={(column) => column.index}
        columns={[
          {
            key: 'column',
            header: t('members.import.column'),
            width: 190,
            cell: (c) => (
              <>
                <span className="so-import-letter">{c.letter}</span> <strong>{c.header}</strong>
              </>
            ),
          },
          {
            key: 'samples',
            header: t('members.import.samples'),
            width: 260,
            cell: (c) => c.samples.slice(0, 3).join(' · '),
          },
          {
            key: 'field',
            header: t('members.import.field'),
            width: 230,
            cell: (c) => (
              <FieldChoice
                column={c}
                opened={opened}
                onChange={(field) => set.setField(layout, c.index, field)}
              />
            ),
          },
          {
            key: 'how',
            header: t('memberImport.how'),
            width: 230,
            cell: (c) => (
              <ReadingChoice
                column={c}
                onEncoding={(encoding) => set.setEncoding(layout, c.index, encoding)}
                onDateOrder={(order) => set.setDateOrder(layout, c.index, order)}
              />
            ),
          },
          {
            key: 'sure',
            header: '',
            width: 150,
            cell: (c) => <Confidence column={c} columns={columns} onTurnOn={onTurnOn} />,
          },
        ]}
      />
    </>
  );
}
