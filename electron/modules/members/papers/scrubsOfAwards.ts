/** What awards, their certificates and movements tell of a member. */
import { HIDDEN, type Scrub } from './scrub';

export const AWARD_SCRUBS: readonly Scrub[] = [
  {
    entity: '',
    links: [],
    table: 'certificate_print',
    where: 'recipient_id IN (SELECT id FROM award_recipient WHERE member_id = @id OR spouse_id = @id)',
    set: 'name = @full_name',
  },
  {
    entity: '',
    links: [],
    table: 'certificate',
    where: 'recipient_uid IN (SELECT uid FROM award_recipient WHERE member_id = @id OR spouse_id = @id)',
    set: `content = NULL, reason = iif(reason IS NULL, NULL, '${HIDDEN}'),
      void_reason = iif(void_reason IS NULL, NULL, '${HIDDEN}')`,
  },
  {
    entity: '',
    links: [],
    table: 'award_override',
    where: `subject_uid IN (SELECT uid FROM award_recipient WHERE member_id = @id OR spouse_id = @id
      UNION SELECT uid FROM proposal WHERE member_id = @id)`,
    set: `subject_name = @full_name, reason = '${HIDDEN}'`,
  },
  {
    entity: 'award_hold',
    links: ['award_hold.member_id'],
    table: 'award_hold',
    where: 'member_id = @id',
    set: 'reason = NULL',
  },
  {
    entity: 'award_recipient',
    links: ['award_recipient.member_id'],
    table: 'award_recipient',
    where: 'member_id = @id',
    set: 'honorific = NULL, name = @full_name, name_key = @name_key, sort_key = @sort_key, post = NULL, reason = NULL, reason_text = NULL',
  },
  {
    entity: '',
    links: ['award_recipient.spouse_id'],
    table: 'award_recipient',
    where: 'spouse_id = @id',
    set: `spouse_honorific = NULL, spouse_name = '${HIDDEN}', reason = NULL, reason_text = NULL`,
  },
  {
    entity: '',
    links: [],
    table: 'council_vote',
    where: 'proposal_id IN (SELECT id FROM proposal WHERE member_id = @id) AND reason IS NOT NULL',
    set: `reason = '${HIDDEN}'`,
  },
  {
    entity: 'proposal',
    links: ['proposal.member_id'],
    table: 'proposal',
    where: 'member_id = @id',
    set: `name = @full_name, name_key = @name_key, sort_key = @sort_key, post = NULL, union_post = NULL,
      achievement = NULL, initiative = NULL, awarded_before = NULL, note = NULL`,
  },
  {
    entity: 'council_attendee',
    links: ['council_attendee.member_id'],
    table: 'council_attendee',
    where: 'member_id = @id',
    set: 'name = @full_name, post = NULL, reason = NULL',
  },
  {
    entity: 'movement_entry',
    links: ['movement_entry.member_id'],
    table: 'movement_entry',
    where: 'member_id = @id',
    set: 'name = @full_name, undertakes = NULL, note = NULL',
  },
  {
    entity: 'agreement',
    links: ['agreement_party.member_id'],
    table: 'agreement_party',
    where: 'member_id = @id',
    set: 'signer = NULL, signer_post = NULL',
  },
  {
    entity: 'agreement_commitment',
    links: ['agreement_commitment.member_id'],
    table: 'agreement_commitment',
    where: 'member_id = @id',
    set: 'person_name = NULL, version = version + 1',
  },
];
