/**
 * Scenes and papers of plans, agreements, opinions, inspection, figures, targets, reports, ratings and Party
 * development; for `npm run pictures`.
 */

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });
const year = new Date().getFullYear();

/** Leads to the page of a found record. */
const ofRecord = (name, find, address) => ({
  name,
  play: async (stage) => stage.go(address(await find(stage))),
});

/** The first agreement of this state. */
async function agreement(stage, state) {
  const { rows } = await stage.invoke('agreements.list', {});
  return rows.filter((row) => row.state === state).sort((a, b) => b.delivered - a.delivered)[0].id;
}

/** The latest dialogue whose opinions were answered. */
async function dialogue(stage) {
  const { rows } = await stage.invoke('democracy.dialogues', {});
  return (rows.find((row) => row.opinions > 0) ?? rows[0]).id;
}

/** The latest inspection of money with something found. */
async function session(stage) {
  const { rows } = await stage.invoke('inspection.sessions', { kind: 'inspection', topic: 'finance' });
  return (rows.find((row) => row.findings > 0) ?? rows[0]).id;
}

/** A report that is being written, else the latest. */
async function report(stage, open) {
  const { rows } = await stage.invoke('reports.list', {});
  return (rows.find((row) => row.kind === 'year' && (row.closedAt === null) === open) ?? rows[0]).id;
}

/** The running year's rating of the groups. */
async function rating(stage) {
  const { rows } = await stage.invoke('review.ratings', { year: null });
  return rows.filter((row) => row.lines > 0).sort((a, b) => b.year - a.year || b.rated - a.rated)[0].id;
}

async function check(stage) {
  await stage.go(`/reports/${await report(stage, true)}`);
  await stage.press('Soát lỗi');
  await stage.page
    .getByText(/chỗ cần xem|Không thấy lỗi nào/)
    .first()
    .waitFor();
}

/** Before the register of members is changed; drawn on the demo store. */
export const YEAR_SCENES = [
  at('party', '/party'),
  at('party-files', '/party?tab=files'),
  at('union-year', '/plans'),
  at('plan', '/plans?tab=plan'),
  at('agreements', '/agreements'),
  ofRecord(
    'agreement',
    (stage) => agreement(stage, 'running'),
    (id) => `/agreements/${id}`,
  ),
  at('opinions', '/opinions'),
  at('opinion-figures', '/opinions?tab=figures'),
  ofRecord('dialogue', dialogue, (id) => `/opinions/dialogues/${id}`),
  at('conferences', '/opinions?tab=conferences'),
  at('inspection', '/inspection'),
  ofRecord('inspection-session', session, (id) => `/inspection/sessions/${id}`),
  at('women', '/women'),
  at('three-lines', '/inspection?tab=lines'),
  at('figures', '/figures'),
  at('targets', '/targets'),
  ofRecord(
    'report',
    (stage) => report(stage, true),
    (id) => `/reports/${id}`,
  ),
  { name: 'report-check', play: check },
  at('review-people', '/review?tab=people'),
  at('review-gaps', '/review?tab=gaps'),
  ofRecord('rating', rating, (id) => `/review/ratings/${id}`),
];

/** Papers: an operation and its input. */
export const YEAR_PAPERS = [
  { name: 'paper-plan', operation: 'plans.paper', input: async () => ({ year }) },
  { name: 'paper-officer', operation: 'members.officerSheets', input: async () => ({}) },
  {
    name: 'paper-agreement',
    operation: 'agreements.sheet',
    input: async (stage) => ({ id: await agreement(stage, 'closed'), kind: 'closing' }),
  },
  {
    name: 'paper-dialogue',
    operation: 'democracy.minutes',
    input: async (stage) => ({ id: await dialogue(stage) }),
  },
  {
    name: 'paper-inspection',
    operation: 'inspection.paperPdf',
    input: async (stage) => ({ kind: 'inspection', paper: 'minutes', sessionId: await session(stage) }),
  },
  {
    name: 'paper-figures',
    operation: 'figures.paper',
    input: async () => ({ from: `${year}-01-01`, to: `${year}-12-31` }),
  },
  { name: 'paper-targets', operation: 'targets.paper', input: async () => ({ year }) },
  {
    name: 'paper-report',
    operation: 'reports.paper',
    input: async (stage) => ({ id: await report(stage, false), format: 'pdf' }),
  },
];
