/** Scenes and papers of the work of the year: calendar, events, welfare, funds, templates; for `npm run pictures`. */

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });

async function eventsOf(stage, kinds) {
  const { rows } = await stage.invoke('events.list', { kinds, limit: 100 });
  return rows;
}

/** The event of these kinds with most attached pictures. */
async function eventWithPictures(stage) {
  let best = { id: null, most: 0 };
  for (const { id } of await eventsOf(stage, [])) {
    const { rows } = await stage.invoke('files.list', { entity: 'event', entityId: id });
    if (rows.length > best.most) best = { id, most: rows.length };
  }
  return best.id;
}

/** The review conference whose plan has groups. */
async function eventWithPlan(stage) {
  for (const { id } of await eventsOf(stage, ['year_review'])) {
    const { groups } = await stage.invoke('events.plan', { id });
    if (groups.length > 0) return id;
  }
  return null;
}

/** The first event of these kinds whose answer to `operation` has something to show, else the first of all. */
async function eventTelling(stage, kinds, operation, tells) {
  const rows = await eventsOf(stage, kinds);
  for (const { id } of rows) if (tells(await stage.invoke(operation, { eventId: id }))) return id;
  return rows[0]?.id ?? null;
}

const course = (stage) =>
  eventTelling(stage, ['training'], 'training.get', ({ fields }) => fields.topics.length > 0);
const contest = (stage) =>
  eventTelling(stage, ['sports', 'contest', 'arts'], 'contests.get', ({ entries }) => entries.length > 0);

/** The campaign with a list and most to look at before printing; otherwise the longest list. */
async function campaign(stage, most) {
  const { rows } = await stage.invoke('welfare.campaigns', { limit: 100 });
  const lists = [];
  for (const { id, kind } of rows)
    if (kind !== 'count') lists.push(await stage.invoke('welfare.campaign', { id }));
  return lists.sort((a, b) => most(b) - most(a))[0]?.id ?? null;
}

const MOVED = /^(Rút tiền gửi|Nộp tiền mặt|Chuyển tiền)/;

/** The payment that tells most: papers, source, whom it went to; of the largest amount, not moved between books. */
async function voucher(stage) {
  const { rows } = await stage.invoke('funds.vouchers', { kind: 'payment', status: 'numbered', limit: 100 });
  const told = (row) =>
    [row.papers, row.source, row.personName, row.category].filter((one) => one !== null).length;
  const paid = rows.filter((row) => !MOVED.test(row.reason));
  return paid.sort((a, b) => told(b) - told(a) || b.amount - a.amount)[0]?.id ?? null;
}

async function fund(stage) {
  const { rows } = await stage.invoke('funds.list', { year: new Date().getFullYear() });
  return rows[0].id;
}

/** Leads to the page of a found record; nothing to show where there is none. */
const ofRecord = (name, find, address) => ({
  name,
  play: async (stage) => {
    const id = await find(stage);
    return id === null ? false : stage.go(address(id));
  },
});

/** In the order of the guide; drawn on the demo store. */
export const WORK_SCENES = [
  at('calendar-month', '/calendar'),
  at('calendar-year', '/calendar?view=year'),
  at('calendar-occasions', '/calendar/occasions'),
  {
    name: 'event-evidence',
    play: async (stage) => {
      await stage.go(`/events/${await eventWithPictures(stage)}`);
      const box = stage.page.getByRole('heading', { name: 'Ảnh, giấy tờ kèm theo' });
      await box.evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
    },
  },
  ofRecord('event-groups', eventWithPlan, (id) => `/events/${id}?tab=groups`),
  ofRecord('event-plan', eventWithPlan, (id) => `/events/${id}?tab=plan`),
  at('event-series', '/events/series'),
  at('follow-ups', '/events/follow-ups?show=all'),
  ofRecord('training-course', course, (id) => `/events/${id}?tab=training`),
  at('training', '/events/training'),
  ofRecord('contest', contest, (id) => `/events/${id}?tab=contest`),
  at('welfare', '/welfare'),
  ofRecord(
    'welfare-campaign',
    (stage) => campaign(stage, (one) => one.openWarnings),
    (id) => `/welfare/${id}`,
  ),
  at('welfare-fairness', '/welfare?tab=board'),
  at('funds-book', '/funds'),
  at('funds-vouchers', '/funds?tab=vouchers'),
  at('funds-statement', '/funds?tab=statement'),
  at('funds-checks', '/funds?tab=checks'),
  ofRecord('voucher', voucher, (id) => `/funds/vouchers/${id}`),
  at('documents', '/documents'),
  at('documents-in', '/documents?tab=in'),
  at('settings-templates', '/settings/templates?template=invitation'),
];

const thisMonth = () => ({ year: new Date().getFullYear(), month: new Date().getMonth() + 1 });

/** Papers of the work of the year: an operation and its input. */
export const WORK_PAPERS = [
  { name: 'paper-calendar', operation: 'calendar.printMonth', input: async () => thisMonth() },
  {
    name: 'paper-gift-list',
    operation: 'welfare.signatureList',
    input: async (stage) => ({
      id: await campaign(stage, (one) => one.totals.gifts),
      orientation: 'portrait',
    }),
  },
  {
    name: 'paper-voucher',
    operation: 'funds.printVouchers',
    input: async (stage) => ({ ids: [await voucher(stage)] }),
  },
  {
    name: 'paper-statement',
    operation: 'funds.statementPaper',
    input: async (stage) => ({ fundId: await fund(stage), year: new Date().getFullYear() }),
  },
  {
    name: 'paper-documents',
    operation: 'documents.register',
    input: async () => ({ direction: 'out', year: new Date().getFullYear() }),
  },
];
