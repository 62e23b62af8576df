/** Award decisions proposed from the prizes of a contest: one click, and nobody twice however often it is clicked. */
import { AppError } from '../../../../shared/contract/errors';
import { prizeName } from '../../../../shared/domain/contests';
import { editionText } from '../../../../shared/domain/eventPlans';
import { fold } from '../../../../shared/text/fold';
import type { Ctx, OutputOf, ParsedInputOf } from '../../../ipc/context';
import { awardsHandlers, recipientsInOrder } from '../../awards/service';
import { liveEvent } from '../attendance/list';
import type { ListedEvent } from '../repository';
import * as repo from './repository';
import { type ContestView, contestView } from './view';

type Entry = ContestView['entries'][number];
type Recipient = ParsedInputOf<'awards.addRecipients'>['items'][number];
interface Winner {
  who: Pick<Recipient, 'kind' | 'memberId' | 'orgUnitId' | 'name'>;
  prizes: string[];
  money: number | null;
}

/** Certificate of merit of the unit (giấy khen), as the catalogue of forms names it. */
const MERIT = 'GK-CS';

const keyOf = (one: {
  kind: string;
  memberId: number | null;
  orgUnitId: number | null;
  name: string | null;
}) =>
  one.memberId !== null
    ? `${one.kind}:${one.memberId}`
    : one.orgUnitId !== null
      ? `unit:${one.orgUnitId}`
      : `${one.kind}:${fold(one.name ?? '')}`;

/** A single player or author is a person, a department itself, everything else a collective under its name. */
function whoWon(entry: Entry): Winner['who'] {
  const [only, ...others] = entry.people;
  const alone = (entry.kind === 'person' || entry.kind === 'work') && only && others.length === 0;
  if (alone) return { kind: 'individual', memberId: only.memberId, orgUnitId: null, name: only.name };
  if (entry.kind === 'unit')
    return { kind: 'collective', memberId: null, orgUnitId: entry.departmentId, name: entry.name };
  const authors = entry.kind === 'work' && entry.people.map(({ name }) => name).join(', ');
  const name = authors ? `Nhóm tác giả ${authors}`.slice(0, 200) : entry.name;
  return { kind: 'collective', memberId: null, orgUnitId: null, name };
}

/** Everybody with a prize, once, with all prizes. */
function winners(view: ContestView): Winner[] {
  const found = new Map<string, Winner>();
  for (const entry of view.entries.filter(({ prizes }) => prizes.length > 0)) {
    const who = whoWon(entry);
    const key = keyOf(who);
    const one = found.get(key) ?? { who, prizes: [], money: null };
    const subject = entry.subject === null ? null : view.fields.subjects[entry.subject];
    const what = entry.kind === 'work' ? `tác phẩm “${entry.name}”` : (subject ?? null);
    for (const prize of entry.prizes) {
      one.prizes.push([prizeName(prize).replace(/^Giải /, 'giải '), what].filter(Boolean).join(' '));
      if (prize.money !== null) one.money = (one.money ?? 0) + prize.money;
    }
    found.set(key, one);
  }
  return [...found.values()];
}

/** "Hội thao công đoàn lần thứ V năm 2026" */
function contestName(event: ListedEvent, view: ContestView): string {
  const said = view.edition && editionText(view.edition);
  return said && !event.name.includes(said) ? `${event.name} ${said}` : event.name;
}

function newDecision(
  ctx: Ctx,
  input: ParsedInputOf<'contests.proposeAwards'>,
  event: ListedEvent,
  name: string,
) {
  const forms = awardsHandlers['awards.forms']({ on: ctx.today() }, ctx).rows;
  const wanted = forms.find((form) =>
    input.formId === null ? form.code === MERIT : form.id === input.formId,
  );
  const form = wanted ?? forms.find(({ side, level }) => side === 'union' && level === 'unit');
  if (!form) throw new AppError('NO_AWARD_FORM');
  const known = awardsHandlers['awards.defaults'](
    { formId: form.id, decidedOn: null, movementId: null },
    ctx,
  );
  const { id } = awardsHandlers['awards.create'](
    {
      ...known,
      formId: form.id,
      decidedOn: null,
      occasion: `Đạt giải tại ${name}`.slice(0, 300),
      reasonTemplate: `Đạt giải tại ${name}`.slice(0, 500),
      awardYear: Number(event.last_day.slice(0, 4)),
      moneyIndividual: null,
      moneyCollective: null,
      moneyHousehold: null,
      moneySource: null,
      basis: null,
      note: null,
      countsOnly: false,
      countCollective: null,
      countIndividual: null,
      countHousehold: null,
    },
    ctx,
  );
  repo.linkAward(ctx.db, event.id, id);
  return id;
}

function proposeAwards(
  input: ParsedInputOf<'contests.proposeAwards'>,
  ctx: Ctx,
): OutputOf<'contests.proposeAwards'> {
  const event = liveEvent(ctx, input.eventId);
  const view = contestView(ctx, event);
  const all = winners(view);
  if (all.length === 0) throw new AppError('NO_PRIZES');
  const decisions = repo
    .awardsOf(ctx.db, event.id)
    .map((id) => awardsHandlers['awards.get']({ id }, ctx))
    .filter(({ deletedAt }) => deletedAt === null);
  const named = new Set(
    decisions.flatMap(({ id }) =>
      recipientsInOrder(ctx, id).map((row) =>
        keyOf({ kind: row.kind, memberId: row.member_id, orgUnitId: row.org_unit_id, name: row.name }),
      ),
    ),
  );
  const missing = all.filter(({ who }) => !named.has(keyOf(who)));
  const number = (id: number) => awardsHandlers['awards.get']({ id }, ctx).fields.number;
  const last = decisions.at(-1);
  if (missing.length === 0 && last) return { decisionId: last.id, added: 0, number: last.fields.number };
  const name = contestName(event, view);
  const draft = decisions.find(({ status }) => status === 'draft');
  const decisionId = draft?.id ?? newDecision(ctx, input, event, name);
  awardsHandlers['awards.addRecipients'](
    { id: decisionId, items: missing.map((one) => itemOf(one, name)) },
    ctx,
  );
  if (!draft) ctx.undo('awards.trash', { ids: [decisionId] });
  return { decisionId, added: missing.length, number: number(decisionId) };
}

const itemOf = ({ who, prizes, money }: Winner, name: string): Recipient => ({
  ...who,
  spouseId: null,
  honorific: null,
  spouseHonorific: null,
  spouseName: null,
  post: null,
  unitName: null,
  movementId: null,
  reason: `Đạt ${[...new Set(prizes)].join(', ')} tại ${name}`.slice(0, 500),
  amount: money,
});

export const awardHandlers = { 'contests.proposeAwards': proposeAwards };
