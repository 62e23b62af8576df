/** Scenes and papers of the award chain: rounds, conditions, ceremonies, certificates given again; for `npm run pictures`. */
import { hideAccount } from './account.mjs';

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });

/** The round of proposals that got furthest. */
async function round(stage) {
  const { rows } = await stage.invoke('proposals.rounds', {});
  const proposed = rows.filter((row) => row.kind === 'proposal');
  return proposed.sort((a, b) => b.approved - a.approved)[0].id;
}

const ofRound = (name, tab) => ({
  name,
  play: async (stage) => stage.go(`/awards/rounds/${await round(stage)}${tab ? `?tab=${tab}` : ''}`),
});

/** Decisions of the unit with certificates, those with most first. */
async function decisions(stage, status) {
  const { rows } = await stage.invoke('certificates.list', {});
  return rows.filter((row) => row.status === status).sort((a, b) => b.recipients - a.recipients);
}

/** People of the draft who are to be looked at, with what stands behind. */
async function eligibility(stage) {
  const { rows } = await stage.invoke('awards.list', { status: 'draft', limit: 20 });
  await stage.go(`/awards/${rows[0].id}`);
  await stage.page
    .getByText(/cần xem lại/)
    .first()
    .click();
  await stage.page.getByRole('dialog').getByText('Chưa đạt').first().waitFor();
}

async function department(stage) {
  const { rows } = await stage.invoke('organisation.units', { kind: 'department' });
  return [...rows].sort((a, b) => b.members - a.members)[0].id;
}

/** The smallest batch that has people, and its first person. */
async function smallBatch(stage) {
  for (const { decisionId } of (await decisions(stage, 'issued')).reverse()) {
    const { rows } = await stage.invoke('certificates.get', { decisionId });
    const person = rows.find((row) => row.kind === 'individual');
    if (person) return { decisionId, name: person.name };
  }
  throw new Error('no certificate of a person');
}

/** A batch whose layout is for a blank, its words over the scan. */
async function onBlank(stage) {
  const { rows } = await stage.invoke('certificates.blanks', {});
  const { decisionId, name } = await smallBatch(stage);
  await stage.invoke('certificates.setLayout', {
    decisionId,
    kind: 'individual',
    layoutId: rows[0].layouts[0],
  });
  await stage.go(`/certificates/${decisionId}`);
  await stage.page.locator('main').getByText(name).first().click();
  await stage.page.getByText('Trên phôi', { exact: true }).first().click();
  await stage.page.locator('svg image[data-backdrop]').waitFor();
}

async function ceremony(stage) {
  const [first] = await decisions(stage, 'issued');
  await stage.go(`/certificates/${first.decisionId}`);
  await stage.page.locator('main').getByRole('button', { name: 'Việc khác' }).first().click();
  await stage.page.getByRole('menuitem', { name: 'Bảng tên để bàn (PDF)' }).waitFor();
}

/** The certificate that was given again, with its number history. */
async function reissue(stage) {
  for (const { decisionId } of await decisions(stage, 'issued')) {
    const { rows } = await stage.invoke('certificates.get', { decisionId });
    for (const row of rows.filter((one) => one.kind === 'individual').slice(0, 6)) {
      const { certificates } = await stage.invoke('certificates.story', { recipientId: row.id });
      if (certificates.length < 2) continue;
      await stage.go(`/certificates/${decisionId}`);
      await stage.page.locator('main').getByText(row.name).first().click();
      await stage.press('Thu hồi, cấp lại');
      await stage.page.getByRole('dialog').getByText('Đã thu hồi').first().waitFor();
      return hideAccount(stage);
    }
  }
  return false;
}

const leave = (stage) => stage.page.keyboard.press('Escape');

/** In the order of the guide; drawn on the demo store. */
export const CHAIN_SCENES = [
  at('proposals', '/awards?tab=proposals'),
  ofRound('round'),
  ofRound('round-units', 'units'),
  ofRound('round-council', 'council'),
  at('award-rules', '/awards?tab=rules'),
  { name: 'award-eligibility', play: eligibility, after: leave },
  at('award-money', '/awards?tab=rules&part=money'),
  {
    name: 'awards-unit',
    play: async (stage) => stage.go(`/awards?tab=register&year=all&unit=${await department(stage)}`),
  },
  at('blanks', '/certificates?tab=blanks'),
  { name: 'certificate-ceremony', play: ceremony, after: leave },
  { name: 'certificate-reissue', play: reissue, after: leave },
  { name: 'certificate-on-blank', play: onBlank },
];

/** Papers: an operation and its input. */
export const CHAIN_PAPERS = [
  {
    name: 'paper-council',
    operation: 'proposals.paperPdf',
    input: async (stage) => {
      const roundId = await round(stage);
      const { meetings } = await stage.invoke('proposals.round', { id: roundId });
      return { roundId, paper: 'councilMinutes', meetingId: meetings[0].id };
    },
  },
  {
    name: 'paper-submission',
    operation: 'proposals.paperPdf',
    input: async (stage) => ({ roundId: await round(stage), paper: 'submission' }),
  },
  ...['calling', 'seats'].map((paper) => ({
    name: `paper-${paper}`,
    operation: 'certificates.ceremonyPaper',
    input: async (stage) => ({ decisionId: (await decisions(stage, 'issued'))[0].decisionId, paper }),
  })),
];
