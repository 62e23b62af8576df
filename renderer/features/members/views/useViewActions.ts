/** What can be done with the saved filter on screen: rename, move, put into the trash, keep its changed conditions. */
import { ArrowLeft, ArrowRight, PencilLine, Trash2 } from 'lucide-react';
import type { InputOf } from '../../../../shared/contract';
import { useCommandOp, useText } from '../../../client';
import type { Action } from '../../../ui';
import type { MemberFilter, Tab } from '../filter';
import type { SavedView } from './useRegister';

export type ViewFilter = InputOf<'members.saveView'>['filter'];

/** The conditions on screen as a filter can keep them. */
export function viewFilterOf(filter: MemberFilter, search: string): ViewFilter {
  const { ids: _ids, asOf: _asOf, ...kept } = filter;
  return { ...kept, search };
}

interface Options {
  saved: SavedView | null;
  views: readonly SavedView[];
  open(tab: Tab): void;
  rename(): void;
}

/** Menu entries of the saved filter, and how its changed conditions are kept. */
export function useViewActions({ saved, views, open, rename }: Options): Action[] & {
  saveChanges(filter: ViewFilter): void;
} {
  const t = useText();
  const save = useCommandOp('members.saveView', {
    done: (_, input) => t('memberViews.view.saved', { name: input.name }),
  });
  const order = useCommandOp('members.orderViews', { done: () => t('memberViews.view.ordered') });
  const trash = useCommandOp('members.trashViews', {
    done: () => t('memberViews.view.trashed', { name: saved?.name ?? '' }),
  });
  const saveChanges = (filter: ViewFilter) => {
    if (saved) save.fire({ id: saved.id, version: saved.version, name: saved.name, filter });
  };
  if (!saved) return Object.assign([], { saveChanges });
  const { id, name } = saved;
  const at = views.findIndex((view) => view.id === id);
  const move = (by: -1 | 1) => {
    const ids = views.map((view) => view.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, id);
    order.fire({ ids });
  };
  const actions: Action[] = [
    { key: 'view.rename', label: t('memberViews.view.rename', { name }), icon: PencilLine, onClick: rename },
    {
      key: 'view.left',
      label: t('memberViews.view.left', { name }),
      icon: ArrowLeft,
      disabled: at <= 0,
      onClick: () => move(-1),
    },
    {
      key: 'view.right',
      label: t('memberViews.view.right', { name }),
      icon: ArrowRight,
      disabled: at >= views.length - 1,
      onClick: () => move(1),
    },
    {
      key: 'view.trash',
      label: t('memberViews.view.trash', { name }),
      icon: Trash2,
      danger: true,
      onClick: () => {
        trash.fire({ ids: [id] });
        open('active');
      },
    },
  ];
  return Object.assign(actions, { saveChanges });
}
