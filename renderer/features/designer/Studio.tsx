/** The designer at work: tools, items, the sheet and its properties around one layout. */
import { FileDown, History, PencilLine, Printer, RotateCcw, Save } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Layout } from '../../../shared/domain/layout';
import { useText } from '../../client';
import { isTyping, Page, useFormat, useShortcuts } from '../../ui';
import { BlankSelect, blankFor, useBlanks } from '../certificates/blanks/BlankSelect';
import { useBackdrop } from '../certificates/blanks/backdrop';
import { Canvas } from './Canvas';
import type { OpenLayout } from './DesignerPage';
import { ItemList } from './ItemList';
import { nearEdge } from './model/edges';
import { boxesOf } from './model/place';
import { type Design, useDesign } from './model/state';
import { PreviewChoice } from './PreviewChoice';
import { Properties } from './Properties';
import { RenameDrawer } from './RenameDrawer';
import { StatusBar } from './StatusBar';
import { Toolbar } from './Toolbar';
import { useCommands } from './useCommands';
import { type Draft, useDraft } from './useDraft';
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

/** Another version came into use, by undo or in another window: it is shown, unless something here is not saved. */
function useVersionElsewhere(found: OpenLayout, own: Own, design: Design, draft: Draft): void {
  const shown = useRef(own.current);
  useEffect(() => {
    if (own.current === shown.current) return;
    shown.current = own.current;
    if (draft.pending || draft.keptAt) return;
    const layout = read(found.layout);
    if (JSON.stringify(layout.items) === JSON.stringify(design.layout.items)) return;
    design.load(layout);
    draft.clear(layout);
  }, [own.current, found.layout, design, draft]);
}

/** Everything the designer holds while a layout is open. */
function useStudio(found: OpenLayout, own: Own) {
  const t = useText();
  const { saved, start } = useOpened(found, own);
  const design = useDesign(start);
  const draft = useDraft(own.id, design.layout, saved, own.draftAt);
  const [show, setShow] = useState<Show>({ kind: 'sample' });
  const [mode, setMode] = useState<Mode>('full');
  const [snapping, setSnapping] = useState(true);
  const boxes = useMemo(() => boxesOf(design.layout), [design.layout]);
  const drawing = useDrawn(design.layout, show, mode);
  const commands = useCommands(design, boxes, t('designer.newText'));
  const keeping = useKeeping({ found, own, design, draft, show, mode });
  useVersionElsewhere(found, own, design, draft);
  const undo = (event: KeyboardEvent, run: () => void) => (isTyping(event.target) ? false : run());
  useShortcuts({
    'Ctrl+Z': (event) => undo(event, design.undo),
    'Ctrl+Y': (event) => undo(event, design.redo),
    'Ctrl+S': () => void keeping.save(),
    'Ctrl+P': () => void keeping.proof(),
  });
  return {
    design,
    draft,
    show,
    setShow,
    mode,
    setMode,
    snapping,
    setSnapping,
    boxes,
    drawing,
    commands,
    keeping,
  };
}

export type StudioParts = ReturnType<typeof useStudio>;

/** Heading, actions and tools of the page. */
function useFrame(found: OpenLayout, own: Own, parts: StudioParts, open: (panel: Panel) => void) {
  const t = useText();
  const { design, draft, keeping } = parts;
  const facts = [t('designer.version', { number: own.current }), useDraftFact(draft)];
  const save = {
    ...{ key: 'save', label: t('designer.save'), icon: Save, keys: 'Ctrl S' },
    disabled: !draft.keptAt && !draft.pending,
    onClick: () => void keeping.save(),
  };
  const proof = {
    ...{ key: 'proof', label: t('designer.proof'), icon: Printer, keys: 'Ctrl P' },
    running: keeping.printing,
    onClick: () => void keeping.proof(),
  };
  const more = [
    { key: 'versions', label: t('designer.versions'), icon: History, onClick: () => open('versions') },
    { key: 'name', label: t('designer.rename'), icon: PencilLine, onClick: () => open('name') },
    { key: 'export', label: t('designer.export'), icon: FileDown, onClick: () => void keeping.send() },
    {
      ...{ key: 'drop', label: t('designer.dropDraft'), icon: RotateCcw, disabled: !draft.keptAt },
      onClick: () => design.change(() => draft.base()),
    },
  ];
  const crumbs = [
    { label: t('certificates.title'), to: '/certificates' },
    { label: t('certificates.tabs.layouts'), to: '/certificates?tab=layouts' },
  ];
  return { title: found.name, crumbs, facts, primary: save, actions: [proof], more };
}

type Panel = 'versions' | 'name' | null;

export function Studio({ found, own }: { found: OpenLayout; own: Own }) {
  const t = useText();
  const parts = useStudio(found, own);
  const [panel, setPanel] = useState<Panel>(null);
  const frame = useFrame(found, own, parts, setPanel);
  const { design, commands, snapping, setSnapping, mode, setMode, keeping } = parts;
  const toolbar = (
    <Toolbar
      design={design}
      commands={commands}
      snapping={snapping}
      onSnapping={setSnapping}
      mode={mode}
      onMode={setMode}
    />
  );
  return (
    <Page fill {...frame} toolbar={toolbar}>
      <StudioBody parts={parts} label={t('certificates.layouts.preview', { name: found.name })} />
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

/** The blank seen under the sheet: the one made for this layout until another is chosen. */
function useUnder(layoutId: string, mode: Mode) {
  const blanks = useBlanks();
  const [chosen, choose] = useState<number | null | undefined>(undefined);
  const blank = chosen === undefined ? blankFor(blanks, layoutId) : blanks.find((row) => row.id === chosen);
  const backdrop = useBackdrop(blank);
  const off = mode === 'blank' ? (blank?.off ?? NOTHING) : NOTHING;
  return { blankId: blank?.id ?? null, choose, backdrop, off };
}

const NOTHING: readonly string[] = [];

function StudioBody({ parts, label }: { parts: StudioParts; label: string }) {
  const t = useText();
  const { design, boxes, mode, show, setShow, snapping, commands, drawing } = parts;
  const { drawn, error, busy } = drawing;
  const room = useRef<HTMLDivElement>(null);
  const zoom = useZoom(room, design.layout.page);
  const under = useUnder(design.layout.id, mode);
  const edges = useMemo(() => (drawn ? nearEdge(drawn, boxes) : []), [drawn, boxes]);
  const wrong = useMemo(
    () => new Set([...(drawn?.page.problems ?? []).map((one) => one.item), ...edges.map((one) => one.id)]),
    [drawn, edges],
  );
  return (
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
        <section className="so-des-seen" aria-label={t('blanks.under')}>
          <span className="so-caption">{t('blanks.under')}</span>
          <BlankSelect layoutId={design.layout.id} value={under.blankId} onChange={under.choose} />
        </section>
      </div>
      <div className="so-des-middle">
        <Canvas
          {...{ design, drawn, boxes, wrong, zoom, room, snapping, commands, label }}
          backdrop={under.backdrop}
          off={under.off}
        />
        <StatusBar design={design} drawn={drawn} error={error} edges={edges} zoom={zoom} />
      </div>
      <Properties design={design} boxes={boxes} />
    </div>
  );
}

/** Whether there is something that no version holds yet. */
function useDraftFact(draft: ReturnType<typeof useDraft>): string {
  const t = useText();
  const format = useFormat();
  if (draft.pending) return t('designer.keeping');
  return draft.keptAt ? t('designer.draftAt', { time: format.time(draft.keptAt) }) : t('designer.unchanged');
}
