/** A change of the log as a sentence in the language of the screen. */
import type { Change, ChangedField, ShownValue } from '../../../../shared/contract/audit';
import { type ChangeSpeaker, fieldWords, valueWords } from '../../../../shared/domain/changeWords';
import type { Translate } from '../../../client';
import type { useFormat } from '../../../ui';

export interface Speaker {
  t: Translate;
  format: ReturnType<typeof useFormat>;
}

/** Fields that are told in the sentence itself; the rest are counted. */
const TOLD = 2;
const LONGEST = 60;

const speakerOf = ({ t, format }: Speaker): ChangeSpeaker => ({
  language: t.language,
  word: (key, values) => t.any(key, values),
  date: (iso) => format.date(iso),
  number: (value, digits) => format.decimal(value, digits),
  money: (dong) => format.money(dong),
});

/** The field's name; '' for one that has none and is left out. */
export const fieldName = (speaker: Speaker, field: ChangedField): string =>
  fieldWords(speakerOf(speaker), field);

export const valueText = (speaker: Speaker, value: ShownValue): string =>
  valueWords(speakerOf(speaker), value);

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
}

/** "Điện thoại từ “0900” thành “0911”". */
function changeText(speaker: Speaker, field: ChangedField): string {
  const { t } = speaker;
  const name = fieldName(speaker, field);
  const quoted = (value: ShownValue) => t('audit.change.quoted', { text: short(valueText(speaker, value)) });
  if (field.hidden) return t('audit.change.hidden', { field: name });
  const { before, after } = field;
  if (before && after)
    return t('audit.change.both', { field: name, before: quoted(before), after: quoted(after) });
  if (after) return t('audit.change.added', { field: name, after: quoted(after) });
  if (before) return t('audit.change.removed', { field: name, before: quoted(before) });
  return name;
}

/** The person who acted; the machine's only user has no name of their own. */
export function actorText({ t }: Pick<Speaker, 't'>, change: Pick<Change, 'actor'>): string {
  return change.actor === 'local' || change.actor === '' ? t('settings.log.user') : change.actor;
}

/** Kinds whose rows are told by a sentence of their own. */
const SAID: Readonly<Record<string, string>> = {
  store: 'putBack',
  user_login: 'login',
  user_refused: 'loginRefused',
  user_locked: 'locked',
  user_left: 'left',
  user_recovered: 'recovered',
  user_password: 'password',
  user_recovery: 'newRecovery',
  app_access: 'lockRule',
};

/** "hồ sơ Nguyễn Thị Hoa", "hoạt động Hội nghị tổng kết". */
export function kindText({ t }: Speaker, entity: string): string {
  const own = t.any(`audit.kinds.${entity}`);
  if (own) return own;
  const word = t.any(`settings.log.entities.${entity}`) || t('settings.log.entities.other');
  return word.charAt(0).toLocaleLowerCase('vi') + word.slice(1);
}

/** The sentence in its parts, so that the record's name can be a link. */
export function sentenceOf(
  speaker: Speaker,
  change: Change,
): { lead: string; subject: string | null; tail: string; details: string } {
  const { t } = speaker;
  const actor = actorText(speaker, change);
  const kind = kindText(speaker, change.entity);
  const what = change.subject === null ? kind : `${kind} \u0001`;
  const said = SAID[change.entity] ?? change.action;
  const whole =
    t.any(`audit.sentence.${said}`, { actor, what }) || t('audit.sentence.other', { actor, what });
  const [lead = '', tail = ''] = whole.split('\u0001');
  const subject = whole.includes('\u0001') ? change.subject : null;
  return { lead, subject, tail, details: detailsText(speaker, change) };
}

function detailsText(speaker: Speaker, change: Change): string {
  const { t } = speaker;
  const named = change.changes.filter((field) => fieldName(speaker, field) !== '');
  if (change.action === 'reveal') return named.map((field) => fieldName(speaker, field)).join(', ');
  if (change.action === 'create' || named.length === 0) return '';
  const told = named.slice(0, TOLD).map((field) => changeText(speaker, field));
  const rest = change.changes.length - told.length;
  if (rest > 0) told.push(t('audit.change.more', { count: rest }));
  return told.join('; ');
}
