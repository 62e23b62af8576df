/** Columns of the register of documents; together as wide as the window of 1366. */
import { Paperclip } from 'lucide-react';
import { useMemo } from 'react';
import type { DocumentDirection } from '../../../shared/domain/documents';
import { useText } from '../../client';
import { type Column, Icon, useFormat } from '../../ui';
import type { DocumentRow } from './useDocuments';
import { StateTag, useTypeName } from './words';

type Columns = Column<DocumentRow>[];

/** Columns of one side of the register, in order. */
export function useRegisterColumns(direction: DocumentDirection): Columns {
  const part = useParts();
  return useMemo(() => (direction === 'in' ? incoming(part) : outgoing(part)), [part, direction]);
}

type Parts = ReturnType<typeof useParts>;

const incoming = (part: Parts): Columns => [
  part.code('documents.field.arrival', 64),
  part.date('documents.field.receivedOn'),
  part.theirs,
  part.subject(218),
  part.state(214),
  part.party('documents.field.sender', 134),
  part.type(96),
  part.person,
  part.files,
];

const outgoing = (part: Parts): Columns => [
  part.code('documents.field.code', 118),
  part.date('documents.field.onDate'),
  part.type(120),
  part.subject(350),
  part.party('documents.field.receiver', 200),
  part.state(164),
  part.files,
  part.signer,
  { ...part.person, hidden: true },
];

function useParts() {
  const t = useText();
  const format = useFormat();
  const nameOf = useTypeName();
  return useMemo(() => ({ ...identity(t, format), ...content(t, format, nameOf) }), [t, format, nameOf]);
}

type Text = ReturnType<typeof useText>;
type Format = ReturnType<typeof useFormat>;

const identity = (t: Text, format: Format) => ({
  code: (header: 'documents.field.code' | 'documents.field.arrival', width: number) =>
    ({
      key: 'code',
      header: t(header),
      width,
      required: true,
      cell: (row) => <span className="so-number">{row.code}</span>,
    }) satisfies Columns[number],
  date: (header: 'documents.field.onDate' | 'documents.field.receivedOn') =>
    ({
      key: 'date',
      header: t(header),
      width: 94,
      cell: (row) => format.date(row.onDate),
    }) satisfies Columns[number],
  theirs: {
    key: 'theirs',
    header: t('documents.field.code'),
    width: 116,
    cell: (row) => row.theirNumber,
    title: (row) => row.theirNumber ?? '',
  } satisfies Columns[number],
  person: {
    key: 'person',
    header: t('documents.field.person'),
    width: 126,
    cell: (row) => row.person,
  } satisfies Columns[number],
  signer: {
    key: 'signer',
    header: t('documents.field.signer'),
    width: 140,
    hidden: true,
    cell: (row) => row.signer,
  } satisfies Columns[number],
});

const content = (t: Text, format: Format, nameOf: ReturnType<typeof useTypeName>) => ({
  subject: (width: number) =>
    ({
      key: 'subject',
      header: t('documents.field.subject'),
      width,
      required: true,
      cell: (row) => (
        <span className={row.status === 'given' ? 'so-strong' : 'so-documents-void'}>
          {row.subject ?? row.note}
        </span>
      ),
      title: (row) => row.subject ?? row.note ?? '',
    }) satisfies Columns[number],
  type: (width: number) =>
    ({
      key: 'type',
      header: t('documents.field.typeId'),
      width,
      cell: (row) => nameOf({ name: row.type, nameEn: row.typeEn }),
      title: (row) => nameOf({ name: row.type, nameEn: row.typeEn }),
    }) satisfies Columns[number],
  party: (header: 'documents.field.sender' | 'documents.field.receiver', width: number) =>
    ({
      key: 'party',
      header: t(header),
      width,
      cell: (row) => row.party,
      title: (row) => row.party ?? '',
    }) satisfies Columns[number],
  state: (width: number) =>
    ({
      key: 'state',
      header: t('documents.field.state'),
      width,
      cell: (row) => <StateTag row={row} />,
    }) satisfies Columns[number],
  files: {
    key: 'files',
    header: t('documents.field.files'),
    width: 64,
    align: 'right',
    cell: (row) =>
      row.files === 0 ? null : (
        <span>
          <Icon of={Paperclip} /> {format.count(row.files)}
        </span>
      ),
  } satisfies Columns[number],
});
