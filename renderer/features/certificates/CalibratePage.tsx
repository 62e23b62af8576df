/** Calibrating a printer for a blank: print the sheet, type what was measured, look, nudge, save, try. */
import { Input, Select } from 'antd';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ImageUp,
  Printer,
  Save,
  TriangleAlert,
} from 'lucide-react';
import { useId, useState } from 'react';
import { type Adjustment, type CalibrationWarning, calibrate } from '../../../shared/domain/layout/calibrate';
import { pickFile, saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../client';
import { ActionButton, IconButton, Note, Page, useFormat } from '../../ui';
import { BlankPreview } from './BlankPreview';
import './certificates.css';
import { layoutName } from './LayoutGallery';

const SIZES = { a4l: [297, 210], a4p: [210, 297], a3l: [420, 297], a3p: [297, 420] } as const;
const PAPERS = ['a4l', 'a4p', 'a3l', 'a3p', 'own'] as const;
const DISTANCES = ['ax', 'bx', 'ay', 'cy'] as const;
const DEFAULT_LAYOUT = 'giay-khen-a4-ngang-in-phoi';

/** "25,3" as a number; null when it is none. */
function read(text: string | undefined): number | null {
  const value = Number((text ?? '').trim().replace('−', '-').replace(',', '.'));
  return (text ?? '').trim() === '' || !Number.isFinite(value) ? null : value;
}

function Typed(props: { label: string; value: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <label className="so-cert-field" htmlFor={id}>
      <span>{props.label}</span>
      <Input
        id={id}
        aria-label={props.label}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

type Typing = Record<string, string>;

function usePaper() {
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>('a4l');
  const [typed, setTyped] = useState<Typing>({ w: '400', h: '300' });
  const [w, h] = paper === 'own' ? [read(typed.w) ?? 0, read(typed.h) ?? 0] : SIZES[paper];
  const valid = Math.min(w, h) >= 100 && Math.max(w, h) <= 1200;
  return { paper, setPaper, typed, setTyped, w, h, valid };
}
type Paper = ReturnType<typeof usePaper>;

function SheetStep({ paper }: { paper: Paper }) {
  const t = useText();
  const job = useJobOp('certificates.calibrationSheet', { done: () => t('blanks.sheetMade') });
  const make = async () => {
    const made = await job.run({ w: paper.w, h: paper.h }).catch(() => null);
    if (made) await saveFile(made.file);
  };
  return (
    <section className="so-card so-cert-box">
      <h2>{t('blanks.one')}</h2>
      <p className="so-caption">{t('blanks.oneBody')}</p>
      <Select
        aria-label={t('blanks.paper')}
        value={paper.paper}
        onChange={paper.setPaper}
        options={PAPERS.map((value) => ({ value, label: t(`blanks.papers.${value}`) }))}
      />
      {paper.paper === 'own' &&
        (['w', 'h'] as const).map((key) => (
          <Typed
            key={key}
            label={t(key === 'w' ? 'blanks.width' : 'blanks.height')}
            value={paper.typed[key] ?? ''}
            onChange={(value) => paper.setTyped({ ...paper.typed, [key]: value })}
          />
        ))}
      <ActionButton
        action={{
          key: 'sheet',
          label: t('blanks.sheet'),
          icon: Printer,
          disabled: !paper.valid,
          running: job.running,
          onClick: () => void make(),
        }}
      />
    </section>
  );
}

function MeasureStep({ paper, onResult }: { paper: Paper; onResult(found: Adjustment): void }) {
  const t = useText();
  const [typed, setTyped] = useState<Typing>({});
  const [warnings, setWarnings] = useState<readonly CalibrationWarning[] | 'missing'>([]);
  const compute = () => {
    const [ax, bx, ay, cy] = DISTANCES.map((key) => read(typed[key]));
    if (ax == null || bx == null || ay == null || cy == null || bx <= ax || cy <= ay) {
      setWarnings('missing');
      return;
    }
    const found = calibrate(paper, { ax, bx, ay, cy });
    setWarnings(found.warnings);
    const usable =
      Math.abs(found.scale - 1) <= 0.05 && Math.max(Math.abs(found.dx), Math.abs(found.dy)) <= 20;
    if (usable) onResult({ dx: found.dx, dy: found.dy, scale: found.scale });
  };
  return (
    <section className="so-card so-cert-box">
      <h2>{t('blanks.two')}</h2>
      {DISTANCES.map((key) => (
        <Typed
          key={key}
          label={t(`blanks.${key}`)}
          value={typed[key] ?? ''}
          onChange={(value) => setTyped({ ...typed, [key]: value })}
        />
      ))}
      <ActionButton action={{ key: 'compute', label: t('blanks.compute'), onClick: compute }} />
      {warnings === 'missing' ? (
        <Note tone="warn" icon={TriangleAlert}>
          {t('blanks.missing')}
        </Note>
      ) : (
        warnings.map((one) => (
          <Note key={one} tone="warn" icon={TriangleAlert}>
            {t(`blanks.warn.${one}`)}
          </Note>
        ))
      )}
    </section>
  );
}

function Nudge({ value, onChange }: { value: Adjustment; onChange(value: Adjustment): void }) {
  const t = useText();
  const format = useFormat();
  const by = (dx: number, dy: number) => () => {
    const kept = (mm: number) => Math.max(-20, Math.min(20, Math.round(mm * 10) / 10));
    onChange({ ...value, dx: kept(value.dx + dx), dy: kept(value.dy + dy) });
  };
  const { dx, dy, scale } = value;
  return (
    <>
      <p className="so-strong" aria-live="polite">
        {t('blanks.result', {
          dx: format.decimal(dx, 1),
          dy: format.decimal(dy, 1),
          scale: format.decimal(scale * 100, 2),
        })}
      </p>
      <span className="so-row">
        <IconButton icon={ArrowLeft} label={t('blanks.left')} onClick={by(-0.1, 0)} />
        <IconButton icon={ArrowRight} label={t('blanks.right')} onClick={by(0.1, 0)} />
        <IconButton icon={ArrowUp} label={t('blanks.up')} onClick={by(0, -0.1)} />
        <IconButton icon={ArrowDown} label={t('blanks.down')} onClick={by(0, 0.1)} />
      </span>
    </>
  );
}

/** Adds a blank of the chosen paper from a picture that covers the whole sheet. */
function useAddBlank(paper: Paper, onAdded: (id: number) => void) {
  const t = useText();
  const keep = useCommandOp('certificates.addScan', { done: null });
  const save = useCommandOp('certificates.saveBlank', {
    done: (_, input) => t('blanks.blankSaved', { name: input.name }),
  });
  return async () => {
    const file = await pickFile(['png', 'jpg', 'jpeg']);
    if (!file) return;
    const scan = await keep.run({ token: file.token }).catch(() => null);
    if (!scan) return;
    const { w, h } = paper;
    const name = file.name.replace(/\.[^.]+$/, '').slice(0, 100) || t('blanks.blank');
    const made = await save
      .run({ name, w, h, scan: scan.hash, place: { x: 0, y: 0, w, h } })
      .catch(() => null);
    if (made) onAdded(made.id);
  };
}

export default function CalibratePage() {
  const t = useText();
  const paper = usePaper();
  const [adjustment, setAdjustment] = useState<Adjustment>({ dx: 0, dy: 0, scale: 1 });
  const [blankId, setBlankId] = useState(0);
  const [layoutId, setLayoutId] = useState(DEFAULT_LAYOUT);
  const [printer, setPrinter] = useState('');
  const [tray, setTray] = useState('');
  const blanks = useQueryOp('certificates.blanks', {}).data?.rows ?? [];
  const layouts = useQueryOp('certificates.layouts', {}).data?.rows ?? [];
  const blank = blanks.find((row) => row.id === blankId);
  const addBlank = useAddBlank(paper, setBlankId);
  const save = useCommandOp('certificates.savePrinter', {
    done: (_, input) => t('blanks.saved', { name: input.name }),
  });
  const trial = useJobOp('certificates.trial', { done: () => t('blanks.trialMade') });
  const shown = { layoutId, blankId: blank?.id ?? null, adjustment };
  const tryOut = async () => {
    const made = await trial.run(shown).catch(() => null);
    if (made) await saveFile(made.file);
  };
  const name = [printer.trim(), tray.trim(), blank?.name].filter(Boolean).join(', ').slice(0, 100);
  const keep = () => save.fire({ name, printer, tray, blankId: blank?.id ?? null, ...adjustment });
  return (
    <Page
      title={t('blanks.title')}
      crumbs={[{ label: t('certificates.title'), to: '/certificates?tab=settings' }]}
    >
      <div className="so-cert-settings">
        <SheetStep paper={paper} />
        <MeasureStep paper={paper} onResult={setAdjustment} />
        <section className="so-card so-cert-box">
          <h2>{t('blanks.three')}</h2>
          <Nudge value={adjustment} onChange={setAdjustment} />
          <Select
            aria-label={t('blanks.blank')}
            value={blank?.id ?? 0}
            onChange={setBlankId}
            options={[
              { value: 0, label: t('blanks.noBlank') },
              ...blanks.map((row) => ({ value: row.id, label: row.name })),
            ]}
          />
          <ActionButton
            action={{
              key: 'blank',
              label: t('blanks.addBlank'),
              icon: ImageUp,
              disabled: !paper.valid,
              onClick: () => void addBlank(),
            }}
          />
          <Select
            aria-label={t('blanks.layout')}
            value={layoutId}
            onChange={setLayoutId}
            options={layouts.map((row) => ({ value: row.id, label: layoutName(row, t.language) }))}
          />
          <Typed label={t('blanks.printer')} value={printer} onChange={setPrinter} />
          <Typed label={t('blanks.tray')} value={tray} onChange={setTray} />
          <span className="so-row so-wrap">
            <ActionButton
              action={{
                key: 'save',
                label: t('blanks.save'),
                icon: Save,
                disabled: printer.trim() === '',
                onClick: keep,
              }}
            />
            <ActionButton
              action={{
                key: 'trial',
                label: t('blanks.trial'),
                icon: Printer,
                running: trial.running,
                onClick: () => void tryOut(),
              }}
            />
          </span>
        </section>
      </div>
      <BlankPreview shown={shown} blank={blank} />
    </Page>
  );
}
