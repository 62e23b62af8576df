/** The unit's emblem, what every certificate carries, and the adjustments of printers. */
import { Checkbox, Segmented } from 'antd';
import { ImageUp, PencilLine, Plus, Ruler, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { OutputOf } from '../../../shared/contract';
import { REISSUE_NUMBERS } from '../../../shared/contract/batches';
import { pickFile, useCommandOp, useQueryOp, useText } from '../../client';
import {
  ActionButton,
  type Column,
  Drawer,
  ErrorState,
  FieldRow,
  IconButton,
  LoadingBars,
  Page,
  PlainTable,
  RecordForm,
  TextField,
  useFormat,
} from '../../ui';
import { WordsBox } from '../designer/WordsBox';
import type { CertificatesFrame } from './CertificatesPage';
import { KeysBox } from './proof/KeysBox';
import { useImages } from './useImages';

type Settings = OutputOf<'certificates.settings'>;
type Printer = OutputOf<'certificates.printers'>['rows'][number];

export function SettingsTab({ frame }: { frame: CertificatesFrame }) {
  const query = useQueryOp('certificates.settings', {});
  return (
    <Page {...frame}>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data ? (
        <div className="so-cert-settings">
          <Emblem settings={query.data} />
          <KeysBox />
          <Printers />
          <WordsBox />
        </div>
      ) : (
        <LoadingBars kind="lines" />
      )}
    </Page>
  );
}

function Emblem({ settings }: { settings: Settings }) {
  const t = useText();
  const images = useImages();
  const put = useCommandOp('certificates.setEmblem', {
    done: (data) =>
      data.id === null ? t('certificates.settings.removed') : t('certificates.settings.changed'),
  });
  const save = useCommandOp('certificates.saveSettings', { done: () => t('certificates.settings.saved') });
  const choose = async () => {
    const file = await pickFile(['png', 'jpg', 'jpeg']);
    if (file) put.fire({ token: file.token });
  };
  const { version, national, code, reissue, emblem } = settings;
  return (
    <section className="so-card so-cert-box">
      <h2>{t('certificates.settings.emblem')}</h2>
      <p className="so-caption">{t('certificates.settings.emblemBody')}</p>
      <div className="so-row so-cert-emblem">
        {emblem ? (
          <img src={images['unit.emblem']} alt={emblem.name} />
        ) : (
          <span className="so-cert-noemblem">{t('certificates.settings.noEmblem')}</span>
        )}
        <span className="so-stack">
          <ActionButton
            action={{
              key: 'choose',
              label: t('certificates.settings.choose'),
              icon: ImageUp,
              onClick: () => void choose(),
            }}
          />
          {emblem && (
            <ActionButton
              action={{
                key: 'remove',
                label: t('certificates.settings.remove'),
                icon: Trash2,
                onClick: () => put.fire({ token: null }),
              }}
            />
          )}
        </span>
      </div>
      <Checkbox
        checked={national}
        onChange={(event) => save.fire({ version, code, national: event.target.checked })}
      >
        {t('certificates.settings.national')}
      </Checkbox>
      <Checkbox
        checked={code}
        onChange={(event) => save.fire({ version, national, code: event.target.checked })}
      >
        {t('certificates.settings.code')}
      </Checkbox>
      <span className="so-row so-wrap">
        <span>{t('batches.reissue.setting')}</span>
        <Segmented
          aria-label={t('batches.reissue.setting')}
          value={reissue}
          onChange={(value) => save.fire({ version, national, code, reissue: value })}
          options={REISSUE_NUMBERS.map((value) => ({ value, label: t(`batches.reissue.${value}`) }))}
        />
      </span>
    </section>
  );
}

function Printers() {
  const t = useText();
  const navigate = useNavigate();
  const rows = useQueryOp('certificates.printers', {}).data?.rows ?? [];
  const [editing, setEditing] = useState<Printer | 'new' | null>(null);
  const measure = useCallback(
    (row: Printer) => navigate(`/certificates/calibrate?printer=${row.id}`),
    [navigate],
  );
  const columns = usePrinterColumns(setEditing, measure);
  return (
    <section className="so-card so-cert-box">
      <div className="so-row so-wrap">
        <h2>{t('certificates.settings.printers')}</h2>
        <span className="so-push" />
        <ActionButton
          size="small"
          action={{
            key: 'calibrate',
            label: t('blanks.open'),
            icon: Ruler,
            onClick: () => navigate('/certificates/calibrate'),
          }}
        />
        <ActionButton
          size="small"
          action={{
            key: 'add',
            label: t('certificates.settings.addPrinter'),
            icon: Plus,
            onClick: () => setEditing('new'),
          }}
        />
      </div>
      <p className="so-caption">{t('certificates.settings.printersBody')}</p>
      {rows.length > 0 && (
        <PlainTable
          caption={t('certificates.settings.printers')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
      <Drawer
        open={editing !== null}
        onClose={() => setEditing(null)}
        title={t('certificates.settings.printers')}
      >
        {editing !== null && (
          <PrinterForm row={editing === 'new' ? null : editing} onDone={() => setEditing(null)} />
        )}
      </Drawer>
    </section>
  );
}

function usePrinterColumns(onEdit: (row: Printer) => void, onMeasure: (row: Printer) => void) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('certificates.trashPrinters', {
    done: () => t('certificates.settings.printerRemoved'),
  });
  return useMemo<Column<Printer>[]>(
    () => [
      {
        key: 'name',
        header: t('certificates.settings.printerName'),
        cell: (row) => (
          <span className="so-stack">
            <span className="so-strong">{row.name}</span>
            <span className="so-caption">
              {t('blanks.result', {
                dx: format.decimal(row.dx, 1),
                dy: format.decimal(row.dy, 1),
                scale: format.decimal(row.scale * 100, 2),
              })}
            </span>
          </span>
        ),
      },
      {
        key: 'actions',
        header: t('awards.col.actions'),
        width: 112,
        cell: (row) => (
          <span className="so-row">
            <IconButton
              icon={Ruler}
              size="small"
              label={t('blanks.again', { name: row.name })}
              onClick={() => onMeasure(row)}
            />
            <IconButton
              icon={PencilLine}
              size="small"
              label={t('certificates.settings.editPrinter', { name: row.name })}
              onClick={() => onEdit(row)}
            />
            <IconButton
              icon={Trash2}
              size="small"
              label={t('certificates.settings.removePrinter', { name: row.name })}
              onClick={() => trash.fire({ ids: [row.id] })}
            />
          </span>
        ),
      },
    ],
    [t, format, onEdit, onMeasure, trash.fire],
  );
}

interface PrinterValues {
  name: string;
  dx: string;
  dy: string;
  scale: string;
}

/** "−1,2" as a number; NaN when it is none. */
const read = (text: string | null) =>
  text === null || text.trim() === '' ? 0 : Number(text.trim().replace('−', '-').replace(',', '.'));

function PrinterForm({ row, onDone }: { row: Printer | null; onDone(): void }) {
  const t = useText();
  const format = useFormat();
  const save = useCommandOp('certificates.savePrinter', {
    failure: 'inline',
    done: (_, input) => t('certificates.settings.printerSaved', { name: input.name }),
  });
  const within = (min: number, max: number) => [
    {
      validator: (_: unknown, value: string | null) => {
        const number = read(value);
        return number >= min && number <= max
          ? Promise.resolve()
          : Promise.reject(
              new Error(
                t('certificates.settings.outOfRange', { min: format.count(min), max: format.count(max) }),
              ),
            );
      },
    },
  ];
  const show = (value: number) => String(value).replace('.', t.language === 'vi' ? ',' : '.');
  return (
    <RecordForm<PrinterValues>
      draftKey={null}
      saveLabel={t('certificates.settings.savePrinter')}
      initial={
        row
          ? {
              name: row.name,
              dx: show(row.dx),
              dy: show(row.dy),
              scale: show(Math.round(row.scale * 10_000) / 100),
            }
          : { dx: '0', dy: '0', scale: '100' }
      }
      onCancel={onDone}
      onSubmit={async ({ name, dx, dy, scale }) => {
        await save.run({
          id: row?.id ?? null,
          version: row?.version ?? null,
          name,
          dx: read(dx),
          dy: read(dy),
          scale: read(scale) / 100,
          printer: row?.printer ?? null,
          tray: row?.tray ?? null,
          blankId: row?.blankId ?? null,
        });
        onDone();
      }}
    >
      <TextField name="name" label={t('certificates.settings.printerName')} required max={100} />
      <FieldRow columns="1fr 1fr 1fr">
        <TextField name="dx" label={t('certificates.settings.dx')} rules={within(-20, 20)} />
        <TextField name="dy" label={t('certificates.settings.dy')} rules={within(-20, 20)} />
        <TextField name="scale" label={t('certificates.settings.scale')} rules={within(95, 105)} />
      </FieldRow>
    </RecordForm>
  );
}
