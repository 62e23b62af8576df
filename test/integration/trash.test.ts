/**
 * Every kind of record has its place in the trash: it goes there, is listed under the name it is known by, and comes
 * back with everything that was linked to it, whatever the kind. A kind without a case here fails.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trashSources } from '../../electron/modules/trash';
import { openTestCore, type TestCore } from '../helpers/core';
import { STORE } from '../helpers/store';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
/** Logs, and what only says how often or when something was done. */
const LEFT_OUT = new Set(['version', 'updated_at']);

let t: TestCore;
let store: Database.Database;
/** A record of each kind, with links where the kind has some. */
const made: Record<string, number> = {};

/** Every row of every table but the log and its chain, without versions. */
function everything(): Record<string, string[]> {
  const tables = store
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      .filter((table) => table !== 'audit' && table !== 'audit_link' && !/_search(_|$)/.test(table))
      .map((table) => {
        const rows = store.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[];
        const plain = (row: Record<string, unknown>) =>
          JSON.stringify(Object.entries(row).filter(([column]) => !LEFT_OUT.has(column)));
        return [table, rows.map(plain).sort()];
      }),
  );
}

/** A year of inspection: its plan, a session held under it, what it found. */
async function makeInspection(memberId: number): Promise<void> {
  const { invoke } = t;
  const kind = 'inspection';
  made.inspection_plan = (await invoke('inspection.savePlan', { kind, year: 2026 })).id;
  const about = { topic: 'charter', title: 'Kiểm tra chấp hành Điều lệ' } as const;
  const planned = { planId: made.inspection_plan, ...about, memberId, month: 5 };
  made.inspection_item = (await invoke('inspection.saveItem', planned)).id;
  made.inspection_session = (
    await invoke('inspection.saveSession', {
      ...{ kind, ...about, itemId: made.inspection_item, heldOn: '2026-05-12', attendees: [{ memberId }] },
    })
  ).id;
  const finding = { sessionId: made.inspection_session, text: 'Chưa ghi sổ họp', ownerMemberId: memberId };
  made.inspection_finding = (await invoke('inspection.saveFinding', finding)).id;
}

/** What is planned of an event, a course with its certificate, a contest with an entry. */
async function makePlans(memberId: number, departmentId: number): Promise<void> {
  const { invoke } = t;
  const eventId = made.event!;
  const session = {
    eventId,
    name: 'Buổi sáng',
    onDay: '2026-07-01',
    startsAt: null,
    endsAt: null,
    place: null,
  };
  made.event_session = (await invoke('events.saveSession', session)).id;
  made.event_group = (await invoke('events.saveGroup', { eventId, kind: 'guests' })).id;
  const guest = { groupId: made.event_group, name: 'Lò Văn Pâng', honorific: 'Ông', title: 'Giám đốc' };
  made.event_attendee = (await invoke('events.saveAttendee', guest)).id;
  made.event_series = (await invoke('events.saveSeries', { name: 'Hội thao truyền thống' })).id;
  const edition = { seriesId: made.event_series, number: 2, yearFrom: 2026, yearTo: 2026 };
  await invoke('events.setEdition', { id: eventId, edition });
  made.event_template = (await invoke('events.keepTemplate', { id: eventId, name: 'Mẫu hội thao' })).id;
  const asked = { eventId, text: 'Sửa lưới bóng chuyền', owners: [{ memberId }] };
  made.follow_up = (await invoke('events.createFollowUps', asked)).ids[0]!;

  const course = { kind: 'training', name: 'Tập huấn nghiệp vụ', startsOn: '2026-08-01' } as const;
  const courseId = (await invoke('events.create', course)).id;
  await invoke('events.setPeople', { id: courseId, add: [memberId], remove: [] });
  await invoke('training.issue', { eventId: courseId, issuedOn: '2026-08-02' });
  const { rows } = await invoke('training.certificates', { eventId: courseId });
  made.training_certificate = rows[0]!.certificate!.id;
  made.contest_entry = (
    await invoke('contests.saveEntry', {
      ...{ eventId, departmentId, people: [{ memberId }] },
      prizes: [{ rank: 'first', money: 500_000 }],
    })
  ).id;
}

/** A rule gone past for the one recipient of the decision, somebody not considered, a wage and a coefficient. */
async function makeRules(memberId: number): Promise<void> {
  const { invoke } = t;
  const rule = { kind: 'service', name: 'Đủ 12 tháng công tác', threshold: 12 } as const;
  made.award_rule = (await invoke('awardRules.save', rule)).id;
  const { rows } = await invoke('awardRules.check', { decisionId: made.award_decision! });
  const order = { subjects: [rows[0]!.uid], ruleId: made.award_rule, reason: 'Có sáng kiến' };
  await invoke('awardRules.override', order);
  const after = await invoke('awardRules.check', { decisionId: made.award_decision! });
  made.award_override = after.rows[0]!.lines.find((line) => line.override !== null)!.override!.id;
  made.award_hold = (await invoke('awardRules.saveHold', { memberId, fromOn: '2026-10-01' })).id;
  made.base_wage = (await invoke('awardMoney.saveWage', { amount: 2_500_000, validFrom: '2026-07-01' })).id;
  const coefficient = {
    formCode: 'GK-CS',
    recipient: 'individual',
    hundredths: 15,
    validFrom: '2026-01-01',
  } as const;
  made.award_coefficient = (await invoke('awardMoney.saveCoefficient', coefficient)).id;
}

/** A campaign that stays and gives a line to the trash, and one that goes itself with its lines. */
async function makeGifts(departmentId: number): Promise<void> {
  const { invoke } = t;
  const campaign = { name: 'Tết Bính Ngọ', occasion: null, year: 2026, onDate: '2026-02-10' };
  const kept = (await invoke('welfare.createCampaign', campaign)).id;
  await invoke('welfare.addUnits', { id: kept, orgUnitIds: [departmentId] });
  made.welfare_recipient = (await invoke('welfare.recipients', { id: kept })).rows[0]!.id;
  made.welfare_campaign = (await invoke('welfare.createCampaign', { ...campaign, name: 'Ngày 27/7' })).id;
  await invoke('welfare.addUnits', { id: made.welfare_campaign, orgUnitIds: [departmentId] });
}

/** A visit with one who went, a case with steps and money, and a row of each of their lists. */
async function makeCare(memberId: number): Promise<void> {
  const { invoke } = t;
  const { reasons, kinds } = await invoke('care.catalogue', {});
  const visitors = [{ memberId }];
  const visit = { memberId, reasonId: reasons[0]!.id, onDate: '2026-03-03', cash: 300_000, visitors };
  made.care_visit = (await invoke('care.createVisit', visit)).id;
  const money = [{ source: 'own' as const, amount: 10_000_000 }];
  const help = { kindId: kinds[0]!.id, title: 'Mái ấm công đoàn', openedOn: '2026-03-03', memberId, money };
  made.care_case = (await invoke('care.createCase', help)).id;
  made.care_reason = (await invoke('care.saveReason', { name: 'Mừng thọ' })).id;
  made.care_norm = (await invoke('care.saveNorm', { reasonId: reasons[0]!.id, cash: 300_000 })).id;
  made.care_kind = (await invoke('care.saveKind', { name: 'Tặng sổ tiết kiệm', steps: ['Trao sổ'] })).id;
}

/** An opinion raised at a dialogue, a conference, an agreement, and a row of each of their lists. */
async function makeOpinions(memberId: number, departmentId: number): Promise<void> {
  const { invoke } = t;
  const { kinds, topics } = await invoke('opinions.catalogue', {});
  const at = { onDate: '2026-06-12', title: 'Đối thoại định kỳ' };
  made.dialogue = (await invoke('democracy.saveDialogue', at)).id;
  const asked = {
    receivedOn: '2026-06-12',
    how: 'dialogue',
    text: 'Tiền trực',
    dialogueId: made.dialogue,
  } as const;
  const from = {
    source: 'person',
    giver: { memberId },
    kindId: kinds[0]!.id,
    topicId: topics[0]!.id,
  } as const;
  made.opinion = (await invoke('opinions.create', { ...asked, ...from })).id;
  made.opinion_kind = (await invoke('opinions.saveKind', { name: 'Thư ngỏ', workingDays: 5 })).id;
  made.opinion_topic = (await invoke('opinions.saveTopic', { name: 'Bữa ăn ca' })).id;
  const labour = { title: 'Thỏa ước 2024–2027', signedOn: '2024-02-20', fromOn: '2024-02-20' };
  made.labour_agreement = (await invoke('democracy.saveLabour', labour)).id;
  made.labour_class = (await invoke('democracy.saveClass', { name: 'Loại E' })).id;
  const held = { orgUnitId: departmentId, year: 2026, held: true, heldOn: '2026-01-05' };
  made.staff_conference = (await invoke('democracy.saveConference', held)).id;
  const draft = { kind: 'comment', onDate: '2026-02-02', title: 'Dự thảo quy chế' } as const;
  made.participation = (await invoke('democracy.saveParticipation', draft)).id;
  const rule = { name: 'Quy chế dân chủ', issuedOn: '2026-03-03' };
  made.regulation = (await invoke('democracy.saveRegulation', rule)).id;
}

/** Dues with a receipt, a drive with a gift, a donor with a gift, money for one purpose with spending. */
async function makeDues(memberId: number): Promise<void> {
  const { invoke } = t;
  const rate = { kind: 'fixed', amount: 30_000, validFrom: '2026-01' } as const;
  made.dues_rate = (await invoke('dues.saveRate', rate)).id;
  const fundId = (
    await invoke('funds.save', { name: 'Quỹ thu đoàn phí', openedOn: '2026-01-01', openingCash: 0 })
  ).id;
  const onDate = '2026-11-05';
  const lines = [{ memberId, month: '2026-10', amount: 30_000 }];
  made.dues_collection = (await invoke('dues.collect', { fundId, onDate, lines })).id;
  const drive = { name: 'Mái ấm', launchedOn: '2026-10-01', cutOff: '2026-10-01' };
  const kept = (await invoke('drives.save', { ...drive, name: 'Áo ấm' })).id;
  const gifts = [{ memberId, onDate, amount: 100_000 }];
  made.drive_gift = (await invoke('drives.record', { id: kept, gifts })).ids[0]!;
  made.drive = (await invoke('drives.save', drive)).id;
  await invoke('drives.record', { id: made.drive, gifts });
  const giver = (await invoke('donors.save', { name: 'Công ty Thảo Nguyên' })).id;
  made.donor = (await invoke('donors.save', { name: 'Nhóm Áo Ấm' })).id;
  const earmarkId = (await invoke('donors.saveEarmark', { name: 'Nhà ở cán bộ y tế' })).id;
  made.earmark = (await invoke('donors.saveEarmark', { name: 'Áo ấm' })).id;
  const gift = { donorId: giver, onDate, amount: 1_000_000, earmarkId };
  made.donor_gift = (await invoke('donors.saveGift', gift)).id;
  made.earmark_use = (
    await invoke('donors.saveUse', { earmarkId, onDate, amount: 1, what: 'Mua vật tư' })
  ).id;
}

/** The command that takes records of a kind away, where it is not named after the one that brings them back. */
const AWAY: Record<string, string> = {
  review_evidence: 'review.removeEvidence',
  rating: 'review.trashRatings',
  welfare_recipient: 'welfare.removeRecipients',
};

/** A resolution that goes itself with its target, one that keeps a target and its actual, a congress, a plan, a step. */
async function makePlan(memberId: number): Promise<void> {
  const { invoke } = t;
  const term = { level: 'unit' as const, fromYear: 2025, toYear: 2030 };
  made.resolution = (await invoke('targets.saveResolution', { ...term, name: 'Nghị quyết Đại hội V' })).id;
  const kept = (await invoke('targets.saveResolution', { ...term, name: 'Nghị quyết Đại hội VI' })).id;
  const target = { text: 'Kết nạp đoàn viên', unit: 'đoàn viên', values: [{ year: 2026, value: 10 }] };
  const gone = (await invoke('targets.save', { ...target, resolutionId: made.resolution })).id;
  made.target = (await invoke('targets.save', { ...target, resolutionId: kept })).id;
  const other = (await invoke('targets.save', { ...target, text: 'Hiến máu', resolutionId: kept })).id;
  const told = { onDay: '2026-06-30', value: 4, source: 'Sổ theo dõi' };
  for (const targetId of [gone, made.target]) await invoke('targets.saveActual', { ...told, targetId });
  made.target_actual = (await invoke('targets.saveActual', { ...told, targetId: other })).id;
  const congress = { body: 'Công đoàn tỉnh Thanh Lâm', number: 17, fromYear: 2023, toYear: 2028 };
  made.congress_term = (await invoke('targets.saveCongress', congress)).id;
  const { id } = await invoke('plans.save', { year: 2025, month: 3, text: 'Tọa đàm 8/3', memberId });
  await invoke('plans.copy', { ids: [id], year: 2026 });
  made.plan_item = (await invoke('plans.list', { year: 2026 })).rows[0]!.id;
  const step = { month: 3, name: 'Tọa đàm', opens: 'event' as const, what: 'womens_day' };
  made.year_step = (await invoke('plans.saveStep', step)).id;
}

/** Rounds of proposals: one of its own, and one that keeps a proposal and a meeting. */
async function makeRounds(memberId: number): Promise<void> {
  const { invoke } = t;
  const [form] = (await invoke('awards.forms', {})).rows;
  made.award_round = (await invoke('proposals.saveRound', { year: 2026, name: 'Đợt 1' })).id;
  const kept = (await invoke('proposals.saveRound', { year: 2026, name: 'Đợt 2' })).id;
  const rows = [{ kind: 'individual' as const, memberId, formId: form!.id }];
  made.proposal = (await invoke('proposals.takeIn', { roundId: kept, rows })).ids[0]!;
  const meeting = { roundId: kept, heldOn: '2026-11-20', attendees: [{ name: 'Hoàng Minh Tuệ' }] };
  made.council_meeting = (await invoke('proposals.saveMeeting', meeting)).id;
}

/** A file of Party development, which needs the group of fields switched on. */
async function makeParty(memberId: number): Promise<void> {
  const { invoke } = t;
  await invoke('members.setSensitive', { group: 'party', enabled: true, purpose: 'Phát triển Đảng' });
  const steps = [{ stage: 'nominated' as const, onDate: '2026-03-03' }];
  made.party_file = (await invoke('party.create', { memberId, steps })).id;
}

beforeAll(async () => {
  t = await openTestCore({ clock: () => new Date('2026-11-22T03:00:00Z') });
  store = new Database(join(t.dir, STORE));
  const { invoke } = t;
  const profile = { name: 'CĐCS Suối Mơ', shortName: 'Suối Mơ', symbol: 'CĐCS' };
  made.unit_profile = (await invoke('organisation.saveProfile', { ...profile, validFrom: '2020' })).id;
  await invoke('organisation.saveProfile', { ...profile, name: 'CĐCS Suối Mơ mới', validFrom: '2025' });
  made.term = (await invoke('organisation.saveTerm', { startsOn: '2025', chairName: 'Hoàng Minh Tuệ' })).id;
  const khoa = (await invoke('organisation.createUnit', { kind: 'department', name: 'Khoa Nội' })).id;
  made.org_unit = (await invoke('organisation.createUnit', { kind: 'group', name: 'Tổ 9' })).id;
  const hoa = (
    await invoke('members.create', { fullName: 'Nguyễn Thị Hòa', departmentId: khoa, unionJoinDate: '2015' })
  ).id;
  const an = (await invoke('members.create', { fullName: 'Trần Văn Ân', departmentId: khoa })).id;
  made.member = hoa;
  const of = { memberId: hoa };
  made.committee = (
    await invoke('organisation.saveCommittee', { termId: made.term, kind: 'women', name: 'Ban nữ công' })
  ).id;
  const post = { role: 'chair', title: 'Trưởng ban', fromDate: '2025-11', how: 'exOfficio' } as const;
  made.union_post = (
    await invoke('organisation.savePost', { committeeId: made.committee, ...of, ...post })
  ).id;
  await invoke('organisation.savePost', { orgUnitId: made.org_unit, ...of, ...post, title: 'Tổ trưởng' });
  made.org_unit_class = (
    await invoke('organisation.saveClass', { unitId: khoa, year: 2025, class: 'excellent' })
  ).id;
  made.member_photo = (await invoke('members.setPhoto', { id: hoa, data: PNG })).id;
  made.extra_field = (await invoke('members.saveExtraField', { label: 'Cỡ áo', kind: 'text' })).id;
  const { fields, version } = await invoke('members.get', { id: hoa });
  await invoke('members.update', { ...fields, id: hoa, version, extra: { [made.extra_field]: 'XL' } });
  made.member_view = (await invoke('members.saveView', { name: 'Nữ', filter: { genders: ['female'] } })).id;
  made.member_fact = (
    await invoke('members.saveFact', { ...of, kind: 'jobTitle', onDate: '2020', value: 'Điều dưỡng' })
  ).id!;
  made.member_discipline = (
    await invoke('members.saveDiscipline', { ...of, side: 'union', form: 'reprimand', onDate: '2021' })
  ).id;
  made.member_absence = (
    await invoke('members.saveAbsence', {
      ...of,
      kind: 'maternity',
      fromDate: '2022-01-01',
      toDate: '2022-06-30',
    })
  ).id;
  made.marriage = (await invoke('members.saveMarriage', { ...of, spouseId: an, marriedOn: '2016' })).id;
  made.child = (
    await invoke('members.saveChild', { parentIds: [hoa, an], fullName: 'Trần Bảo Anh', birthDate: '2017' })
  ).id;
  made.school_result = (
    await invoke('members.saveSchoolResult', { childId: made.child, schoolYear: 2025, result: 'excellent' })
  ).id;
  made.member_request = (
    await invoke('members.addRequest', { ...of, kind: 'copy', askedBy: 'Chị Hòa', askedOn: '2026-11-01' })
  ).id;
  await invoke('members.giveConsent', { purpose: 'photo', ids: [hoa], givenOn: '2026-01-05', how: 'paper' });
  made.member_consent = (await invoke('members.consents', { memberId: hoa })).rows.find(
    ({ purpose }) => purpose === 'photo',
  )!.consent!.id;
  made.import_mapping = Number(
    store
      .prepare(
        `INSERT INTO import_mapping (uid, unit_id, name, shape, columns_json, used_at, created_at)
         VALUES ('m1', 1, 'Danh sách phòng Tổ chức', 'ho va ten|ngay sinh', '[]', '2026-01-01', '2026-01-01')`,
      )
      .run().lastInsertRowid,
  );
  const event = { kind: 'other', name: 'Hội thao', startsOn: '2026-07-01' } as const;
  made.event = (await invoke('events.create', event)).id;
  await invoke('events.setPeople', { id: made.event, add: [hoa], remove: [] });
  const forms = (await invoke('awards.forms', {})).rows;
  const form = forms.find((row) => row.code === 'GK-CS')!;
  made.award_form = forms.find((row) => row.id !== form.id && row.decisions === 0)!.id;
  const decision = { formId: form.id, number: '45/QĐ', decidedOn: '2026-11-20', awardYear: 2026 };
  made.award_decision = (await invoke('awards.create', { ...decision, signerName: 'Tuệ' })).id;
  await invoke('awards.addRecipients', { id: made.award_decision, items: [{ kind: 'individual', ...of }] });
  await makeRules(hoa);
  made.certificate_printer = (
    await invoke('certificates.savePrinter', { name: 'Máy in phòng Tổ chức', dx: 1, dy: 0 })
  ).id;
  made.certificate_blank = (
    await invoke('certificates.saveBlank', {
      name: 'Phôi A4',
      w: 297,
      h: 210,
      place: { x: 0, y: 0, w: 297, h: 210 },
    })
  ).id;
  made.certificate_design = (
    await invoke('certificates.newLayout', { name: 'Bằng khổ lớn', kinds: [], w: 400, h: 300 })
  ).id;
  const trusted = {
    schema: 'so-cong-doan/proof-keys@1',
    owner: 'CĐCS Bệnh viện Thảo Nguyên',
    keys: [{ publicKey: Buffer.alloc(32, 7).toString('base64') }],
  };
  const keyFile = t.core.files.registerUpload('khoa.json', Buffer.from(JSON.stringify(trusted)));
  made.proof_key = (await invoke('certificates.trustKeys', { token: keyFile.token })).ids[0]!;
  made.occasion = (
    await invoke('calendar.saveOccasion', { name: 'Giỗ Hải Thượng', calendar: 'lunar', month: 1, day: 15 })
  ).id;
  const fund = { name: 'Quỹ tình nghĩa', openedOn: '2026-01-01' };
  const fundId = (await invoke('funds.save', fund)).id;
  made.fund = (await invoke('funds.save', { ...fund, name: 'Quỹ cũ' })).id;
  const category = { code: 'T-99', name: 'Thu thanh lý', direction: 'in' } as const;
  made.fund_category = (await invoke('funds.saveCategory', category)).id;
  made.fund_voucher = (
    await invoke('funds.createVoucher', {
      ...{ fundId, kind: 'payment', onDate: '2026-11-20', amount: 500_000, reason: 'Thăm ốm' },
      memberId: hoa,
      numbered: false,
    })
  ).id;
  made.rating = (await invoke('review.openRating', { kind: 'group', year: 2025 })).id;
  made.review = (await invoke('review.create', { year: 2026 })).id;
  const sheet = await invoke('review.get', { id: made.review });
  made.review_evidence = (
    await invoke('review.addRecord', {
      reviewId: made.review,
      criterion: sheet.groups[0]!.items[0]!.uid,
      entity: 'event',
      recordId: made.event,
      label: 'Hội thao',
    })
  ).id;
  const upload = t.core.files.registerUpload('Ảnh hội thao.png', Buffer.from(PNG, 'base64'));
  made.attachment = (
    await invoke('files.attach', { entity: 'event', entityId: made.event, token: upload.token })
  ).id;
  await makePlans(hoa, khoa);
  await makeGifts(khoa);
  await makeDues(hoa);
  await makeCare(hoa);
  await makeOpinions(hoa, khoa);
  await makeParty(hoa);
  await makeInspection(hoa);
  made.movement = (await invoke('movements.save', { name: 'Xanh – Sạch – Đẹp' })).id;
  await invoke('movements.saveEntries', { id: made.movement, rows: [{ orgUnitId: khoa, rank: 'Nhất' }] });
  const kept = (await invoke('movements.save', { name: '“Lao động giỏi”' })).id;
  const joined = await invoke('movements.saveEntries', { id: kept, rows: [{ memberId: hoa }] });
  made.movement_entry = joined.ids[0]!;
  await makeRounds(hoa);
  await makePlan(hoa);
  const [set] = (await invoke('review.sets', {})).rows;
  const [type] = (await invoke('documents.types', {})).rows;
  made.document = (
    await invoke('documents.create', {
      ...{
        direction: 'in',
        typeId: type!.id,
        onDate: '2026-05-04',
        subject: 'Báo cáo quý',
        memberId: made.member!,
      },
      deadline: '2026-06-01',
    })
  ).id;
  const typed = { indicator: 'events.bloodUnits', from: '2026-06-01', to: '2026-06-30' } as const;
  made.manual_figure = (
    await invoke('figures.saveTyped', { ...typed, value: 57, source: 'Hội Chữ thập đỏ' })
  ).id;
  made.indicator_change = (
    await invoke('figures.saveChange', { validFrom: '2026-01-01', what: 'Tính cả trạm y tế' })
  ).id;
  made.document_type = (await invoke('documents.saveType', { name: 'Thư khen', symbol: 'TK' })).id;
  await makeAgreement();
  made.report = (await invoke('reports.create', { kind: 'annex', year: 2026 })).id;
  const { id: reportId } = await invoke('reports.create', { kind: 'halfYear', year: 2026 });
  const { parts } = await invoke('reports.get', { id: reportId });
  made.report_part = parts[2]!.id;
  made.criteria_set = (await invoke('review.copySet', { id: set!.id, name: 'Bộ thử' })).id;
}, 60_000);
afterAll(async () => {
  store.close();
  await t.close();
});

async function makeAgreement() {
  const { invoke } = t;
  const about = { startsOn: '2026', endsOn: '2027', parties: [{ name: 'Ban Giám đốc' }] };
  made.agreement = (await invoke('agreements.save', { title: 'Quy chế phối hợp', ...about })).id;
  const agreementId = (await invoke('agreements.save', { title: 'Chương trình phối hợp', ...about })).id;
  const content = async (name: string) => (await invoke('agreements.saveContent', { agreementId, name })).id;
  const commitment = async (contentId: number, name: string) =>
    (await invoke('agreements.saveCommitment', { contentId, name })).id;
  made.agreement_content = await content('Chăm lo');
  const kept = await content('Thi đua');
  made.agreement_commitment = await commitment(kept, 'Hội thao');
  const commitmentId = await commitment(kept, 'Hội diễn');
  const done = { commitmentId, onDate: '2026-05-01', done: true };
  made.agreement_progress = (await invoke('agreements.saveProgress', done)).id;
  const line = { agreementId, label: 'Hội diễn', onDate: '2026-05-01' };
  made.agreement_delivery = (await invoke('agreements.saveDelivery', line)).id;
  made.agreement_scale = (await invoke('agreements.saveScale', { name: 'Thang 5', most: 5, step: 1 })).id;
}

it('has a source for every table whose rows can be trashed', () => {
  const tables = store
    .prepare(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name = 'deleted_at' ORDER BY 1`,
    )
    .pluck()
    .all();
  expect(trashSources.map((source) => source.entity).sort()).toEqual(tables);
});

describe.each(trashSources.map((source) => [source.entity, source] as const))('%s', (entity, source) => {
  it('goes to the trash, is listed by its name, and comes back with its links', async () => {
    const id = made[entity];
    expect(id, 'a case for this kind').toBeDefined();
    const before = everything();
    const away = AWAY[entity] ?? source.restoreOperation.replace('.restore', '.trash');
    const trashed = await t.raw(away, { ids: [id] });
    expect(trashed).toMatchObject({ ok: true, undo: { operation: source.restoreOperation } });
    const { rows } = await t.invoke('trash.list', {});
    const listed = rows.filter((row) => row.entity === entity);
    expect(listed.map((row) => row.id)).toEqual([id]);
    expect(listed[0]!.label.trim()).not.toBe('');
    expect(listed[0]!.area).toBe(source.area);

    const back = await t.raw(source.restoreOperation, { ids: [id] });
    expect(back).toMatchObject({ ok: true, undo: { operation: away } });
    expect(everything()).toEqual(before);
    expect((await t.invoke('trash.list', {})).rows.filter((row) => row.entity === entity)).toEqual([]);
    const [last] = (await t.invoke('audit.changes', { action: 'restore', limit: 1 })).rows;
    expect(last).toMatchObject({ entity, entityId: id });
    expect(last?.subject ?? '').not.toBe('');
  });
});
