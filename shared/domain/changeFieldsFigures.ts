/** What the change log knows of typed figures and of changes in how figures are counted. */
import type { EntityMeaning } from './changeFields';

export const FIGURE_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  manual_figure: {
    area: 'review',
    words: 'figures.field',
    path: '/figures?typed=:id',
    fields: { flag: { kind: 'choice', choice: 'figures.flags' } },
  },
  indicator_change: { area: 'review', words: 'figures.field', path: '/figures?changes=1' },
};
