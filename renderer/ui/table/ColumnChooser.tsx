/** The button that chooses and orders the columns of a table. */
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useText } from '../../client/i18n';
import { Icon } from '../parts/Icon';
import type { ColumnLayout } from './columns';

export function ColumnChooser<Row>({ layout }: { layout: ColumnLayout<Row> }) {
  const t = useText();
  const list = (
    <div className="so-chooser" role="group" aria-label={t('ui.table.columnsTitle')}>
      <h3>{t('ui.table.columnsTitle')}</h3>
      <ul>
        {layout.all.map((column, at) => (
          <li key={column.key}>
            <Checkbox
              checked={layout.isShown(column.key)}
              disabled={column.required ?? false}
              onChange={(event) => layout.show(column.key, event.target.checked)}
            >
              {column.header}
            </Checkbox>
            <button
              type="button"
              aria-label={t('ui.table.moveUp', { name: column.header })}
              disabled={at === 0}
              onClick={() => layout.move(column.key, -1)}
            >
              <Icon of={ArrowUp} size={14} />
            </button>
            <button
              type="button"
              aria-label={t('ui.table.moveDown', { name: column.header })}
              disabled={at === layout.all.length - 1}
              onClick={() => layout.move(column.key, 1)}
            >
              <Icon of={ArrowDown} size={14} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="so-linklike" onClick={layout.reset}>
        {t('ui.table.resetColumns')}
      </button>
    </div>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight" arrow={false}>
      <Tooltip title={t('ui.table.columns')}>
        <Button size="small" aria-label={t('ui.table.columns')} icon={<Icon of={Columns3} />} />
      </Tooltip>
    </Popover>
  );
}
