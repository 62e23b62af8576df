/** What the change log knows of inspection and women's work. */
import type { EntityMeaning, FieldMeaning } from './changeFields';

const unit: FieldMeaning = { refers: 'org_unit' };
const member: FieldMeaning = { refers: 'member' };
const words = 'inspection.field';
const topic: FieldMeaning = { kind: 'choice', choice: 'inspection.topic' };

export const INSPECTION_ENTITIES: Readonly<Record<string, EntityMeaning>> = {
  inspection_plan: {
    area: 'inspection',
    words,
    path: '/inspection/plans/:id',
    fields: { kind: { kind: 'choice', choice: 'inspection.title' }, year: { kind: 'text' } },
  },
  inspection_item: {
    area: 'inspection',
    words,
    fields: { topic, orgUnitId: unit, memberId: member, fundId: { refers: 'fund' } },
  },
  inspection_session: {
    area: 'inspection',
    words,
    path: '/inspection/sessions/:id',
    fields: {
      topic,
      kind: { kind: 'choice', choice: 'inspection.title' },
      orgUnitId: unit,
      fundId: { refers: 'fund' },
      startsAt: { kind: 'text' },
      endsAt: { kind: 'text' },
    },
  },
  inspection_finding: {
    area: 'inspection',
    words,
    path: '/inspection?tab=findings&finding=:id',
    fields: {
      ownerMemberId: member,
      ownerUnitId: unit,
      memberId: { ...member, label: 'inspection.field.owner' },
    },
  },
};
