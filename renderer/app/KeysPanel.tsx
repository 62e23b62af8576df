/** F1: the keys of the program. */
import { useText } from '../client/i18n';
import { Drawer } from '../ui';

export function KeysPanel({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useText();
  const groups = [
    {
      title: t('app.keyHelp.everywhere'),
      keys: [
        ['Ctrl K', t('app.keyHelp.find')],
        ['Ctrl Z · Ctrl Y', t('app.keyHelp.undoRedo')],
        ['Alt ← · Alt →', t('app.keyHelp.history')],
        ['Alt 1–9', t('app.keyHelp.areas')],
        ['Ctrl \\', t('app.keyHelp.toggleNav')],
        ['F6', t('app.keyHelp.nextPane')],
        ['F9', t('app.keyHelp.shield')],
        ['Ctrl L', t('users.lock.now')],
        ['F1', t('app.keyHelp.help')],
      ],
    },
    {
      title: t('app.keyHelp.lists'),
      keys: [
        ['↑ · ↓', t('app.keyHelp.rows')],
        ['Space', t('app.keyHelp.tick')],
        ['Shift ↑ ↓', t('app.keyHelp.range')],
        ['Ctrl A', t('app.keyHelp.all')],
        ['Enter', t('app.keyHelp.open')],
        ['F2', t('app.keyHelp.edit')],
        ['Delete', t('app.keyHelp.remove')],
        ['Ctrl F', t('app.keyHelp.filter')],
        ['Ctrl N', t('app.keyHelp.newHere')],
        ['Esc', t('app.keyHelp.close')],
      ],
    },
    {
      title: t('app.keyHelp.forms'),
      keys: [
        ['Ctrl S', t('app.keyHelp.save')],
        ['Alt ↓', t('ui.form.pickDate')],
        ['Ctrl P', t('app.keyHelp.print')],
      ],
    },
  ] as const;
  return (
    <Drawer open={open} onClose={onClose} title={t('app.keys')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list without links is scrolled by keys only if it takes the focus */}
      <div role="document" tabIndex={0} className="so-keys-list">
        {groups.map((group) => (
          <section key={group.title} className="so-keys">
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([keys, words]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Drawer>
  );
}
