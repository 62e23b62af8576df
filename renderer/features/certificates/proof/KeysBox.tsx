/** Signing: the unit's key with its fingerprint, other offices' public keys, layouts printed without a code. */
import { Checkbox } from 'antd';
import { Download, FilePlus2, KeyRound, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { spellFingerprint } from '../../../../shared/domain/proof';
import { pickFile, saveFile, useCommandOp, useJobOp, useQueryOp, useText } from '../../../client';
import {
  ActionButton,
  type Column,
  ConfirmDialog,
  IconButton,
  PlainTable,
  Tag,
  useFormat,
} from '../../../ui';
import { layoutName } from '../LayoutGallery';

type Keys = OutputOf<'certificates.signingKeys'>;
type Key = Keys['rows'][number];

export function KeysBox() {
  const t = useText();
  const keys = useQueryOp('certificates.signingKeys', {}).data;
  if (!keys) return null;
  const own = keys.rows.filter((row) => row.own);
  const others = keys.rows.filter((row) => !row.own);
  return (
    <section className="so-card so-cert-box">
      <h2>{t('proof.keys.title')}</h2>
      <p className="so-caption">{t('proof.keys.body')}</p>
      {own.length > 0 && <KeyTable caption={t('proof.keys.own')} rows={own} />}
      <OwnActions hasKey={own.length > 0} />
      <h2>{t('proof.keys.trusted')}</h2>
      <p className="so-caption">{t('proof.keys.trustedBody')}</p>
      {others.length > 0 && <KeyTable caption={t('proof.keys.trusted')} rows={others} />}
      <Trust />
      <LayoutCodes off={keys.layoutsOff} coded={keys.layoutsCoded} />
    </section>
  );
}

function OwnActions({ hasKey }: { hasKey: boolean }) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const make = useCommandOp('certificates.newSigningKey', {
    done: (data) => t('proof.keys.made', { code: data.code }),
  });
  const file = useJobOp('certificates.exportSigningKeys', { done: () => t('proof.keys.exported') });
  const save = async () => {
    const made = await file.run({}).catch(() => null);
    if (made) await saveFile(made);
  };
  return (
    <div className="so-row so-wrap">
      {hasKey && (
        <ActionButton
          size="small"
          action={{
            key: 'export',
            label: t('proof.keys.export'),
            icon: Download,
            onClick: () => void save(),
          }}
        />
      )}
      <ActionButton
        size="small"
        action={{
          key: 'make',
          label: hasKey ? t('proof.keys.change') : t('proof.keys.make'),
          icon: KeyRound,
          onClick: () => (hasKey ? setAsking(true) : make.fire({})),
        }}
      />
      <ConfirmDialog
        open={asking}
        title={t('proof.keys.changeTitle')}
        confirmLabel={t('proof.keys.change')}
        onConfirm={() => {
          setAsking(false);
          make.fire({});
        }}
        onCancel={() => setAsking(false)}
      >
        {t('proof.keys.changeBody')}
      </ConfirmDialog>
    </div>
  );
}

function Trust() {
  const t = useText();
  const trust = useCommandOp('certificates.trustKeys', {
    done: (data) => t('proof.keys.trustedNow', { owner: data.owner }),
  });
  const open = async () => {
    const file = await pickFile(['json']);
    if (file) trust.fire({ token: file.token });
  };
  return (
    <div className="so-row">
      <ActionButton
        size="small"
        action={{
          key: 'trust',
          label: t('proof.keys.trust'),
          icon: FilePlus2,
          onClick: () => void open(),
        }}
      />
    </div>
  );
}

function KeyTable({ caption, rows }: { caption: string; rows: readonly Key[] }) {
  const t = useText();
  const format = useFormat();
  const trash = useCommandOp('certificates.trashKeys', { done: () => t('proof.keys.removed') });
  const columns = useMemo<Column<Key>[]>(
    () => [
      {
        key: 'key',
        header: t('proof.keys.key'),
        cell: (row) => (
          <span className="so-cert-key">
            <span className="so-row">
              <span className="so-strong">{row.own ? row.code : row.owner}</span>
              {row.current && <Tag tone="ok">{t('proof.keys.current')}</Tag>}
              {row.retiredAt && (
                <Tag tone="neutral">{t('proof.keys.retired', { date: format.dayOf(row.retiredAt) })}</Tag>
              )}
            </span>
            <span className="so-cert-print">{spellFingerprint(row.fingerprint)}</span>
            <span className="so-caption">
              {t('proof.keys.since')} {format.dayOf(row.createdAt)}
            </span>
          </span>
        ),
      },
      {
        key: 'actions',
        header: '',
        width: 44,
        cell: (row) =>
          row.own ? null : (
            <IconButton
              icon={Trash2}
              size="small"
              label={t('proof.keys.remove', { owner: row.owner })}
              onClick={() => trash.fire({ ids: [row.id] })}
            />
          ),
      },
    ],
    [t, format, trash.fire],
  );
  return (
    <PlainTable
      caption={caption}
      columns={rows.some((row) => !row.own) ? columns : columns.slice(0, 1)}
      rows={rows}
      rowKey={(row) => row.id}
    />
  );
}

function LayoutCodes({ off, coded }: { off: readonly string[]; coded: readonly string[] }) {
  const t = useText();
  const code = useQueryOp('certificates.settings', {}).data?.code ?? false;
  const rows = useQueryOp('certificates.layouts', {}, { enabled: code }).data?.rows ?? [];
  const set = useCommandOp('certificates.setLayoutCode', { done: () => t('certificates.settings.saved') });
  if (!code || rows.length === 0) return null;
  return (
    <fieldset className="so-cert-codes">
      <legend>{t('proof.keys.layouts')}</legend>
      {rows
        .filter((row) => coded.includes(row.id))
        .map((row) => (
          <Checkbox
            key={row.id}
            checked={!off.includes(row.id)}
            onChange={(event) => set.fire({ layoutId: row.id, on: event.target.checked })}
          >
            {layoutName(row, t.language)}
          </Checkbox>
        ))}
      {rows.some((row) => !coded.includes(row.id)) && <p className="so-caption">{t('proof.keys.noCode')}</p>}
    </fieldset>
  );
}
