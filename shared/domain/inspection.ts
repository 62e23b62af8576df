/** Inspection and supervision (kiểm tra, giám sát) and women's work (nữ công): two lines of work planned, held and mended alike. */

export const INSPECTION_KINDS = ['inspection', 'women'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** What a session is about. A meeting (cuộc họp) of the committee is counted apart from what it inspects or holds. */
export const INSPECTION_TOPICS = [
  'meeting',
  'charter',
  'finance',
  'supervision',
  'complaint',
  'activity',
  'policy',
  'communication',
  'care',
  'other',
] as const;
export type InspectionTopic = (typeof INSPECTION_TOPICS)[number];

export const TOPICS_OF: Readonly<Record<InspectionKind, readonly InspectionTopic[]>> = {
  inspection: ['meeting', 'charter', 'finance', 'supervision', 'complaint', 'other'],
  women: ['meeting', 'activity', 'policy', 'communication', 'care', 'other'],
};

/** How a topic is called on paper. */
export const TOPIC_WORDS: Readonly<Record<InspectionTopic, string>> = {
  meeting: 'Họp',
  charter: 'Kiểm tra chấp hành Điều lệ Công đoàn',
  finance: 'Kiểm tra tài chính, tài sản',
  supervision: 'Giám sát',
  complaint: 'Giải quyết đơn, thư',
  activity: 'Hoạt động phong trào',
  policy: 'Kiểm tra chế độ với lao động nữ',
  communication: 'Tuyên truyền, tập huấn',
  care: 'Chăm lo lao động nữ, trẻ em',
  other: 'Việc khác',
};

/** The part somebody has in a session: leads it, writes the minutes, or is of the team. */
export const TEAM_PARTS = ['leader', 'secretary', 'member'] as const;
export type TeamPart = (typeof TEAM_PARTS)[number];

/** open: waits to be mended; overdue: of those, past the day asked for. */
export const FINDING_SHOWS = ['open', 'overdue', 'mended', 'all'] as const;
export type FindingShow = (typeof FINDING_SHOWS)[number];

/** done: held; late: its month is over and nothing was held; coming: still to come, or without a month in a running year. */
export const ITEM_STATES = ['done', 'late', 'coming'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Where a planned session stands on a day. Without a month it is late only once its year is over. */
export function itemState(
  item: { year: number; month: number | null; sessions: number },
  today: string,
): ItemState {
  if (item.sessions > 0) return 'done';
  const month = `${item.year}-${String(item.month ?? 12).padStart(2, '0')}`;
  return month < today.slice(0, 7) ? 'late' : 'coming';
}

/** Papers of a line of work: of a year, or of one session. */
export const INSPECTION_PAPERS = ['plan', 'report', 'minutes', 'conclusion'] as const;
export type InspectionPaper = (typeof INSPECTION_PAPERS)[number];
export const SESSION_PAPERS: readonly InspectionPaper[] = ['minutes', 'conclusion'];

/** The three lines of work an office answers for: each with its plan, what was done and the evidence (cases.md row 21). */
export const WORK_LINES = ['inspection', 'women', 'finance'] as const;
export type WorkLine = (typeof WORK_LINES)[number];
