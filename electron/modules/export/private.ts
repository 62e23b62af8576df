/** Which columns a whole export leaves empty when the private ones are not asked for. */

/** By table; '*' stands for every table. Logs and old versions of rows hold the values of all. */
const PRIVATE: Readonly<Record<string, readonly string[]>> = {
  '*': [
    'before_json',
    'after_json',
    'row_json',
    'written_json',
    'snapshot_json',
    'moved_json',
    'private_key',
  ],
  member: [
    'id_number',
    'id_date',
    'id_place',
    'ethnicity',
    'religion',
    'is_party',
    'party_date',
    'salary_coefficient',
    'dues_base',
    'bank_account',
    'health_note',
    'hardship',
    'hardship_note',
  ],
  app_user: ['secret'],
  app_access: ['recovery_secret'],
  care_case: ['circumstances'],
  care_visit: ['health', 'health_detail'],
  dues_base: ['amount'],
  extra_value: ['text', 'number', 'folded'],
  member_fact: ['value'],
  member_merge: ['kept_before_json', 'gone_before_json', 'kept_after_json'],
  member_photo: ['bytes'],
  opinion: ['content', 'person_name'],
  party_file: ['member_id', 'note'],
  party_step: ['note', 'result'],
  welfare_recipient: ['note'],
};

/** Whether a column is left empty in an export without private values. */
export const isPrivateColumn = (table: string, column: string): boolean =>
  PRIVATE['*']!.includes(column) || (PRIVATE[table]?.includes(column) ?? false);

/** Hashes of passwords and of the recovery code: in no export, whatever is asked for. */
export const isSecretColumn = (table: string, column: string): boolean =>
  (table === 'app_user' && column === 'secret') || (table === 'app_access' && column === 'recovery_secret');
