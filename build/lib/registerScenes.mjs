/** Scenes and papers of the register of members and of the organisation, for `npm run pictures`. */
import { unzipSync } from 'fflate';

const at = (name, address) => ({ name, play: (stage) => stage.go(address) });

/** The member of many years whose history tells most, among the first of the register. */
async function memberWithHistory(stage) {
  const { rows } = await stage.invoke('members.list', { limit: 80 });
  let best = { id: rows[0].id, most: -1 };
  for (const { id, unionJoinDate } of rows) {
    if (!unionJoinDate || unionJoinDate > '2020') continue;
    const { rows: facts } = await stage.invoke('members.facts', { memberId: id });
    if (facts.length > best.most) best = { id, most: facts.length };
  }
  return best.id;
}

/** Half of a couple with as many children as there are. */
async function memberOfFamily(stage) {
  const { rows } = await stage.invoke('members.children', { limit: 200 });
  const joint = rows.find((row) => row.parents.length > 1) ?? rows[0];
  return joint.parents[0].id;
}

async function officer(stage) {
  const { rows } = await stage.invoke('organisation.officers', {});
  const known = rows.filter((row) => row.memberId !== null);
  return [...known].sort((a, b) => b.posts.length - a.posts.length)[0]?.memberId;
}

async function requestToAnswer(stage) {
  const { rows } = await stage.invoke('members.requests', { open: true });
  return rows[0];
}

/** Opens a menu of the page ("…" at its head) and takes one of its items. */
async function choose(stage, item) {
  await stage.page.locator('main').getByRole('button', { name: 'Việc khác' }).first().click();
  await stage.page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function tick(stage, rows) {
  const boxes = stage.page.getByRole('checkbox', { name: /^Đánh dấu / });
  for (const row of rows) await boxes.nth(row).click();
}

/** Picks a field by typing it without tones. */
async function pickField(stage, scope, typed, label) {
  await scope.getByRole('combobox', { name: 'Mục' }).last().click();
  await stage.page.keyboard.type(typed);
  await pickOption(stage, label);
}
const pickOption = (stage, label) =>
  stage.page.locator('.ant-select-dropdown:visible').getByTitle(label, { exact: true }).first().click();

/** Opens the form of a change for the part of the tree called just so. */
async function changeUnit(stage, name, item) {
  await stage.go('/organisation?tab=tree');
  await stage.page.getByRole('button', { name: `Việc với ${name}`, exact: true }).click();
  await stage.page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function conditions(stage) {
  await stage.go('/members');
  await stage.press('Thêm điều kiện');
  const box = stage.page.locator('.ant-drawer');
  const add = box.getByRole('button', { name: 'Thêm điều kiện' });
  await add.click();
  await pickField(stage, box, 'chuc danh nghe', 'Chức danh nghề nghiệp');
  await box.getByRole('combobox', { name: 'Giá trị' }).click();
  await stage.page.keyboard.type('điều dưỡng');
  await stage.page.keyboard.press('Enter');
  await stage.page.keyboard.press('Tab');
  await add.last().click();
  await pickField(stage, box, 'so nam', 'Số năm trong công đoàn');
  await box.getByRole('textbox', { name: 'Giá trị' }).fill('20');
  await box.getByText('Đọc là').scrollIntoViewIfNeeded();
}

/** The register on the tab of those who are active, which the page remembers. */
async function openRegister(stage) {
  await stage.go('/members');
  await stage.page.getByRole('tab', { name: /Đang sinh hoạt/ }).click();
}

async function seenOn(stage, day) {
  await openRegister(stage);
  await stage.page.getByRole('button', { name: /Tính đến ngày/ }).click();
  await stage.page.locator('.so-members-asof').getByLabel('Tính đến ngày').fill(day);
  await stage.page.keyboard.press('Enter');
}

async function bulkEdit(stage) {
  await openRegister(stage);
  await tick(stage, [1, 2, 3, 4, 5, 6]);
  await stage.press('Sửa hàng loạt');
  await pickField(stage, stage.page, 'khoa', 'Khoa, phòng');
  const { rows } = await stage.invoke('organisation.units', {});
  const department = rows.find((row) => row.kind === 'department');
  await stage.page.getByRole('combobox', { name: 'Giá trị mới' }).last().click();
  await pickOption(stage, department.name);
  await stage.page.getByLabel('Thay đổi từ ngày').fill('1/12/2026');
  await stage.page.getByLabel(/Số quyết định/).fill('215/QĐ-TTYT');
  await stage.page.waitForTimeout(800);
}

async function quickEntry(stage) {
  await stage.go('/members/quick');
  const type = async (...texts) => {
    for (const text of texts) {
      await stage.page.keyboard.type(text);
      await stage.page.keyboard.press('Tab');
    }
    await stage.page.keyboard.press('Enter');
    await stage.page.waitForTimeout(500);
  };
  await stage.page.getByRole('textbox', { name: 'Họ và tên, dòng 1' }).click();
  await type('Lường Thị Gấm', 'nữ', '14/7/1992', 'kham benh');
  await type('Đinh Công Tráng', 'nam', '1988', 'duoc');
  await stage.page.keyboard.type('Hà Thị Mến');
  await stage.page.keyboard.press('Tab');
  await stage.page.keyboard.type('nữ');
  await stage.page.keyboard.press('Tab');
  await stage.page.keyboard.type('11/2/1969');
  await stage.page.keyboard.press('Control+s');
  await stage.page.waitForTimeout(500);
}

async function compare(stage) {
  const { rows } = await stage.job('members.findDuplicates', {});
  const pair = rows[0];
  return pair ? stage.go(`/members/duplicates/${pair.first.id}/${pair.second.id}`) : false;
}

async function handover(stage) {
  await changeUnit(stage, 'Tổ công đoàn số 01', 'Bàn giao, chốt số liệu');
  const type = (side, label, text) =>
    stage.page.getByRole('group', { name: side }).getByLabel(label, { exact: true }).fill(text);
  await stage.page.getByLabel('Lý do bàn giao').fill('Thay đổi tổ trưởng');
  await type('Bên giao', 'Họ và tên', 'Đặng Thị Ước');
  await type('Bên giao', 'Chức vụ', 'Tổ trưởng');
  await type('Bên nhận', 'Họ và tên', 'Lường Thị Gấm');
  await type('Bên nhận', 'Chức vụ', 'Tổ trưởng');
}

async function mergeUnits(stage) {
  await changeUnit(stage, 'Khoa Y tế công cộng và An toàn thực phẩm', 'Gộp');
  const drawer = stage.page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'Gộp cùng' }).click();
  await stage.page.keyboard.type('kiem soat');
  await pickOption(stage, 'Khoa Kiểm soát bệnh tật và HIV/AIDS');
  await drawer.getByLabel('Tên mới', { exact: true }).fill('Khoa Y tế dự phòng');
  await drawer.getByLabel(/^Số quyết định/).fill('230/QĐ-TTYT');
  await stage.page.waitForTimeout(800);
  await drawer.getByRole('button', { name: 'Ghi thay đổi' }).scrollIntoViewIfNeeded();
}

/** In the order of the guide; drawn on the demo store. */
export const REGISTER_SCENES = [
  {
    name: 'members-conditions',
    play: conditions,
    after: (stage) => stage.page.keyboard.press('Escape'),
  },
  {
    name: 'members-view',
    play: async (stage) => {
      await stage.go('/members');
      await stage.page.getByRole('tab', { name: /Bác sĩ, dược sĩ/ }).click();
    },
  },
  {
    name: 'members-as-of',
    play: (stage) => seenOn(stage, '30/11/2025'),
    after: (stage) => stage.press('Về hôm nay'),
  },
  {
    name: 'members-print',
    play: async (stage) => {
      await openRegister(stage);
      await choose(stage, 'In danh sách');
    },
    after: (stage) => stage.page.keyboard.press('Escape'),
  },
  {
    name: 'members-menu',
    play: async (stage) => {
      await openRegister(stage);
      await stage.page.locator('main').getByRole('button', { name: 'Việc khác' }).first().click();
    },
    after: (stage) => stage.page.keyboard.press('Escape'),
  },
  {
    name: 'members-export',
    play: async (stage) => {
      await openRegister(stage);
      await stage.press('Xuất Excel');
    },
    after: (stage) => stage.page.keyboard.press('Escape'),
  },
  {
    name: 'members-cards',
    play: async (stage) => {
      await openRegister(stage);
      await choose(stage, 'Thẻ đoàn viên');
    },
    after: (stage) => stage.page.keyboard.press('Escape'),
  },
  {
    name: 'member-history',
    play: async (stage) => stage.go(`/members/${await memberWithHistory(stage)}?tab=history`),
  },
  {
    name: 'member-family',
    play: async (stage) => stage.go(`/members/${await memberOfFamily(stage)}?tab=family`),
  },
  { name: 'member-posts', play: async (stage) => stage.go(`/members/${await officer(stage)}?tab=posts`) },
  {
    name: 'member-requests',
    play: async (stage) => {
      const request = await requestToAnswer(stage);
      return request ? stage.go(`/members/${request.memberId}?tab=requests`) : false;
    },
  },
  {
    name: 'member-log',
    play: async (stage) => stage.go(`/members/${await memberWithHistory(stage)}?tab=log`),
  },
  { name: 'bulk-edit', play: bulkEdit },
  at('families', '/members/families'),
  at('households', '/members/families?tab=households'),
  at('duplicates', '/members/duplicates'),
  { name: 'duplicates-compare', play: compare },
  at('organisation-tree', '/organisation?tab=tree'),
  { name: 'organisation-change', play: mergeUnits, after: (stage) => stage.page.keyboard.press('Escape') },
  { name: 'organisation-handover', play: handover, after: (stage) => stage.page.keyboard.press('Escape') },
  at('committees', '/organisation?tab=terms'),
  at('group-leaders', '/organisation?tab=terms&view=groups'),
  at('officers', '/organisation?tab=terms&view=officers'),
  at('settings-privacy', '/settings/privacy'),
  at('settings-extra', '/settings/extra'),
  at('settings-retention', '/settings/retention'),
];

/** Writes people into the register, so it comes after the screens that count them. */
export const QUICK_ENTRY = { name: 'quick-entry', play: quickEntry };

const LIST_COLUMNS = ['fullName', 'gender', 'birthDate', 'jobTitle', 'cardNo', 'unionJoinDate'];

/** Papers of the register: an operation, its input; `unpack` takes the paper out of a packed file. */
export const REGISTER_PAPERS = [
  {
    name: 'paper-member-list',
    operation: 'members.printList',
    input: async () => ({ statuses: ['active'], columns: LIST_COLUMNS, by: 'department', signature: true }),
  },
  { name: 'paper-cards', operation: 'members.printCards', input: async () => ({ statuses: ['active'] }) },
  {
    name: 'paper-card-list',
    operation: 'members.printCardList',
    input: async () => ({ statuses: ['active'], kind: 'changed' }),
  },
  {
    name: 'paper-record',
    operation: 'members.recordFile',
    input: async (stage) => {
      const request = await requestToAnswer(stage);
      return { id: request.memberId, requestId: request.id };
    },
  },
  {
    name: 'paper-committee',
    operation: 'organisation.committeePdf',
    input: async (stage) => {
      const { committees } = await stage.invoke('organisation.committees', {});
      return { id: committees[0].id };
    },
  },
  {
    name: 'paper-handover',
    operation: 'organisation.handover',
    input: async () => ({
      unitId: null,
      reason: 'Thay đổi chủ tịch',
      fromPost: 'Chủ tịch',
      toPost: 'Chủ tịch',
    }),
    unpack: (bytes) => {
      const files = unzipSync(bytes);
      return files[Object.keys(files).find((name) => name.endsWith('.pdf'))];
    },
  },
];
