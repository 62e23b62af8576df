/** The designer at work: tools, items, the sheet and its properties around one layout. */
import { FileDown, History, PencilLine, Printer, RotateCcw, Save } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Layout } from '../../../shared/domain/layout';
import { useText } from '../../client';
import { isTyping, Page, useFormat, useShortcuts } from '../../ui';
import { Canvas } from './Canvas';
import type { OpenLayout } from './DesignerPage';
import { ItemList } from './ItemList';
import { nearEdge } from './model/edges';
import { boxesOf } from './model/place';
import { useDesign } from './model/state';
import { PreviewChoice } from './PreviewChoice';
import { Properties } from './Properties';
import { RenameDrawer } from './RenameDrawer';
import { StatusBar } from './StatusBar';
import { Toolbar } from './Toolbar';
import { useCommands } from './useCommands';
import { useDraft } from './useDraft';
import { type Mode, type Show, useDrawn } from './useDrawn';
import { useKeeping } from './useKeeping';
import { useZoom } from './useZoom';
import { VersionsDrawer } from './VersionsDrawer';

export type Own = NonNullable<OpenLayout['own']>;

const read = (text: string) => JSON.parse(text) as Layout;

/** The layout as it was opened: parsed once, so that an unchanged one is known to be the same. */
function useOpened(found: OpenLayout, own: Own) {
  return useState(() => {
    const saved = read(found.layout);
    return { saved, start: own.draft ? read(own.draft) : saved };
  })[0];
}

export function Studio({ found, own }: { found: OpenLayout; own: Own }) {
  const t = useText();
  const { saved, start } = useOpened(found, own);
  const design = useDesign(start);
  const draft = useDraft(own.id, design.layout, saved, own.draftAt);
  const [show, setShow] = useState<Show>({ kind: 'sample' });
  const [mode, setMode] = useState<Mode>('full');
  const [snapping, setSnapping] = useState(true);
  const [panel, setPanel] = useState<'versions' | 'name' | null>(null);
  const room = useRef<HTMLDivElement>(null);
  const zoom = useZoom(room, design.layout.page);
  const boxes = useMemo(() => boxesOf(design.layout), [design.layout]);
  const { drawn, error, busy } = useDrawn(design.layout, show, mode);
  const edges = useMemo(() => (drawn ? nearEdge(drawn, boxes) : []), [drawn, boxes]);
  const wrong = useMemo(
    () => new Set([...(drawn?.page.problems ?? []).map((one) => one.item), ...edges.map((one) => one.id)]),
    [drawn, edges],
  );
  const commands = useCommands(design, boxes, t('designer.newText'));
  const draftFact = useDraftFact(draft);
  const keeping = useKeeping({ found, own, design, draft, show, mode });
  const undo = (event: KeyboardEvent, run: () => void) => (isTyping(event.target) ? false : run());
  useShortcuts({
    'Ctrl+Z': (event) => undo(event, design.undo),
    'Ctrl+Y': (event) => undo(event, design.redo),
    'Ctrl+S': () => void keeping.save(),
    'Ctrl+P': () => void keeping.proof(),
  });
  return (
    <Page
      fill
      title={found.name}
      crumbs={[
        { label: t('certificates.title'), to: '/certificates' },
        { label: t('certificates.tabs.layouts'), to: '/certificates?tab=layouts' },
      ]}
      facts={[t('designer.version', { number: own.current }), draftFact]}
      primary={{
        key: 'save',
        label: t('designer.save'),
        icon: Save,
        keys: 'Ctrl S',
        disabled: !draft.keptAt && !draft.pending,
        onClick: () => void keeping.save(),
      }}
      actions={[
        {
          key: 'proof',
          label: t('designer.proof'),
          icon: Printer,
          keys: 'Ctrl P',
          running: keeping.printing,
          onClick: () => void keeping.proof(),
        },
      ]}
      more={[
        {
          key: 'versions',
          label: t('designer.versions'),
          icon: History,
          onClick: () => setPanel('versions'),
        },
        { key: 'name', label: t('designer.rename'), icon: PencilLine, onClick: () => setPanel('name') },
        { key: 'export', label: t('designer.export'), icon: FileDown, onClick: () => void keeping.send() },
        {
          key: 'drop',
          label: t('designer.dropDraft'),
          icon: RotateCcw,
          disabled: !draft.keptAt,
          onClick: () => design.change(() => saved),
        },
      ]}
      toolbar={
        <Toolbar
          design={design}
          commands={commands}
          snapping={snapping}
          onSnapping={setSnapping}
          mode={mode}
          onMode={setMode}
        />
      }
    >
      <div className="so-des" data-reading={busy}>
        <div className="so-des-left">
          <ItemList
            design={design}
            mode={mode}
            wrong={wrong}
            onEnter={() => room.current?.focus()}
            onRemove={commands.remove}
          />
          <PreviewChoice show={show} onShow={setShow} name={drawn?.name ?? ''} />
        </div>
        <div className="so-des-middle">
          <Canvas
            design={design}
            drawn={drawn}
            boxes={boxes}
            wrong={wrong}
            zoom={zoom}
            room={room}
            snapping={snapping}
            commands={commands}
            label={t('certificates.layouts.preview', { name: found.name })}
          />
          <StatusBar design={design} drawn={drawn} error={error} edges={edges} zoom={zoom} />
        </div>
        <Properties design={design} boxes={boxes} />
      </div>
      <VersionsDrawer
        open={panel === 'versions'}
        own={own}
        onClose={() => setPanel(null)}
        onUse={(number) => void keeping.goBack(number)}
      />
      <RenameDrawer open={panel === 'name'} found={found} own={own} onClose={() => setPanel(null)} />
    </Page>
  );
}

/** Whether there is something that no version holds yet. */
function useDraftFact(draft: ReturnType<typeof useDraft>): string {
  const t = useText();
  const format = useFormat();
  if (draft.pending) return t('designer.keeping');
  return draft.keptAt ? t('designer.draftAt', { time: format.time(draft.keptAt) }) : t('designer.unchanged');
}
