/** Scenes and papers of visits, cases of help, dues, drives and donors, for `npm run pictures`. */

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });

/** The case with most of its steps done. */
async function helpCase(stage) {
  const { rows } = await stage.invoke('care.cases', {});
  const cases = [];
  for (const { id } of rows) cases.push({ id, ...(await stage.invoke('care.case', { id })) });
  const done = (one) => one.steps.filter((step) => step.doneOn !== null).length;
  return cases.sort((a, b) => done(b) - done(a))[0].id;
}

/** The drive nearest to its end with somebody still missing. */
async function drive(stage) {
  const { rows } = await stage.invoke('drives.list', {});
  return rows.sort((a, b) => a.deadline.localeCompare(b.deadline))[0].id;
}

/** Gifts of a donor thanked before, so that those still to be thanked stay so on the screens. */
async function giftsThanked(stage) {
  const { rows } = await stage.invoke('donors.list', {});
  const donor = rows.find((row) => row.notThanked === 0 && !row.anonymous) ?? rows[0];
  const gifts = await stage.invoke('donors.gifts', { donorId: donor.id });
  return gifts.rows.map((row) => row.id);
}

async function earmark(stage) {
  const { rows } = await stage.invoke('donors.earmarks', {});
  return rows.sort((a, b) => b.received - a.received)[0].id;
}

/** The last month whose dues were collected. */
function lastMonth() {
  const now = new Date();
  const then = new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1));
  return then.toISOString().slice(0, 7);
}

/** A visit as it is typed, up to the sum the norm proposes. */
async function newVisit(stage) {
  await stage.go('/welfare?tab=visits&visit=new');
  const form = stage.page.getByRole('dialog');
  await form.getByRole('combobox', { name: 'Đoàn viên', exact: true }).click();
  await stage.page.keyboard.type('hoa', { delay: 40 });
  await form.getByRole('option').first().waitFor();
  await stage.page.keyboard.press('Enter');
  await form.getByRole('combobox', { name: 'Lý do', exact: true }).click();
  await stage.page.keyboard.type('om dau', { delay: 40 });
  await stage.page.keyboard.press('Enter');
  await stage.page.waitForTimeout(800);
}

async function collect(stage) {
  await stage.go('/dues');
  await stage.press('Thu đoàn phí');
  await stage.press('Điền đủ số còn thiếu');
}

/** In the order of the guide; drawn on the demo store. */
export const CARE_SCENES = [
  at('visits', '/welfare?tab=visits'),
  {
    name: 'visit-new',
    play: newVisit,
    after: (stage) => stage.page.keyboard.press('Escape'),
  },
  at('cases', '/welfare?tab=cases'),
  { name: 'case', play: async (stage) => stage.go(`/welfare/cases/${await helpCase(stage)}`) },
  { name: 'dues-month', play: (stage) => stage.go(`/dues?month=${lastMonth()}`) },
  { name: 'dues-collect', play: collect, after: (stage) => stage.page.keyboard.press('Escape') },
  at('dues-behind', '/dues?tab=behind'),
  { name: 'drive', play: async (stage) => stage.go(`/dues/drives/${await drive(stage)}`) },
  at('donors', '/dues?tab=donors'),
  { name: 'earmark', play: async (stage) => stage.go(`/dues/earmarks/${await earmark(stage)}`) },
];

/** Papers: an operation and its input; `word` is a Word file. */
export const CARE_PAPERS = [
  {
    name: 'paper-visit-slip',
    operation: 'care.slips',
    input: async (stage) => {
      const { rows } = await stage.invoke('care.visits', {});
      return { ids: rows.slice(0, 2).map((row) => row.id) };
    },
  },
  {
    name: 'paper-help-handover',
    operation: 'care.casePaper',
    input: async (stage) => ({ id: await helpCase(stage), paper: 'handover' }),
  },
  { name: 'paper-dues', operation: 'dues.list', input: async () => ({ month: lastMonth() }) },
  {
    name: 'paper-thanks',
    operation: 'donors.letters',
    word: true,
    input: async (stage) => ({ ids: await giftsThanked(stage) }),
  },
];
