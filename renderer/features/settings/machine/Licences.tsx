/** The licences of the libraries and fonts the program was built from; a line opens its text. */
import { useMemo, useState } from 'react';
import type { OutputOf } from '../../../../shared/contract';
import { useQueryOp, useText } from '../../../client';
import { type Column, Drawer, PlainTable } from '../../../ui';
import './machine.css';

type Licence = OutputOf<'machine.licences'>['rows'][number];

export function Licences() {
  const t = useText();
  const query = useQueryOp('machine.licences', {});
  const [shown, setShown] = useState<Licence | null>(null);
  const columns = useMemo<Column<Licence>[]>(
    () => [
      {
        key: 'name',
        header: t('selfTest.licences.name'),
        cell: (row) => (
          <button type="button" className="so-linklike" onClick={() => setShown(row)}>
            {row.name}
          </button>
        ),
      },
      { key: 'version', header: t('selfTest.licences.version'), width: 110, cell: (row) => row.version },
      { key: 'licence', header: t('selfTest.licences.licence'), width: 190, cell: (row) => row.licence },
    ],
    [t],
  );
  if (!query.data) return null;
  const { rows } = query.data;
  return (
    <>
      <h3>{t('selfTest.licences.title')}</h3>
      {rows.length === 0 ? (
        <p className="so-caption">{t('selfTest.licences.none')}</p>
      ) : (
        <>
          <p className="so-pane__lead">{t('selfTest.licences.lead', { count: rows.length })}</p>
          <PlainTable
            caption={t('selfTest.licences.title')}
            columns={columns}
            rows={rows}
            rowKey={(row) => `${row.name}@${row.version}`}
          />
        </>
      )}
      {shown && (
        <Drawer open width={640} title={`${shown.name} ${shown.version}`} onClose={() => setShown(null)}>
          <pre className="so-machine__part" lang="en">
            {shown.text}
          </pre>
        </Drawer>
      )}
    </>
  );
}
