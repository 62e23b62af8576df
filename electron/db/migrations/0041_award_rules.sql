-- What to look at before somebody is commended: rules as rows, each with its source; decisions of the council to go past
-- one; people who are not considered for a time; and what award money is reckoned from.
CREATE TABLE award_rule (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('titleYears', 'absence', 'service', 'discipline', 'sameLevel', 'quotaPercent',
    'quotaCount', 'registered', 'collectiveShare', 'investigation', 'earlierAward')),
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  enabled INTEGER NOT NULL DEFAULT 0 CHECK (enabled IN (0, 1)),
  -- years, days, months, percent or how many, by kind
  threshold INTEGER CHECK (threshold >= 0),
  -- where a run of years ends: in the year of the award, in the year before, in either
  year_end TEXT NOT NULL DEFAULT 'either' CHECK (year_end IN ('same', 'before', 'either')),
  -- what a percentage is taken of: members, or those with a title
  base TEXT NOT NULL DEFAULT 'members' CHECK (base IN ('members', 'titled')),
  -- codes of forms the rule asks for; any of them will do
  needs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(needs)),
  -- codes of forms, levels and kinds of recipient it is for; empty: all
  forms TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(forms)),
  levels TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(levels)),
  recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
  source TEXT,
  -- published: in a text that was read; local: an example of one office's rule; toCheck: to be compared with the rule in force
  mark TEXT NOT NULL DEFAULT 'toCheck' CHECK (mark IN ('published', 'local', 'toCheck')),
  valid_from TEXT,
  valid_to TEXT,
  note TEXT,
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;

-- Past a rule by decision of somebody. The subject is known by its uid: a recipient taken off a draft comes back with it.
CREATE TABLE award_override (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  rule_id INTEGER NOT NULL REFERENCES award_rule (id),
  subject_uid TEXT NOT NULL CHECK (subject_uid <> ''),
  subject_name TEXT NOT NULL CHECK (subject_name <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_by TEXT NOT NULL CHECK (decided_by <> ''),
  decided_on TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX award_override_once ON award_override (subject_uid, rule_id) WHERE deleted_at IS NULL;
CREATE INDEX award_override_rule ON award_override (rule_id);

-- Not considered for a time: under inspection, investigation, a complaint being settled. until_on null: still.
CREATE TABLE award_hold (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  member_id INTEGER REFERENCES member (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  from_on TEXT NOT NULL,
  until_on TEXT,
  reason TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((member_id IS NULL) <> (org_unit_id IS NULL))
) STRICT;
CREATE INDEX award_hold_member ON award_hold (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX award_hold_unit ON award_hold (org_unit_id) WHERE org_unit_id IS NOT NULL;

-- Base wage (lương cơ sở), đồng a month, from a day on.
CREATE TABLE base_wage (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  amount INTEGER NOT NULL CHECK (amount > 0),
  valid_from TEXT NOT NULL,
  source TEXT,
  to_check INTEGER NOT NULL DEFAULT 0 CHECK (to_check IN (0, 1)),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX base_wage_day ON base_wage (valid_from) WHERE deleted_at IS NULL;

-- Hundredths of the base wage for a form of award, by its code, and a kind of recipient.
CREATE TABLE award_coefficient (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  form_code TEXT NOT NULL CHECK (form_code <> ''),
  recipient TEXT NOT NULL CHECK (recipient IN ('individual', 'collective', 'household')),
  hundredths INTEGER NOT NULL CHECK (hundredths > 0),
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  source TEXT,
  to_check INTEGER NOT NULL DEFAULT 0 CHECK (to_check IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX award_coefficient_day ON award_coefficient (form_code, recipient, valid_from) WHERE deleted_at IS NULL;

INSERT INTO award_rule (uid, kind, name, name_en, enabled, threshold, year_end, base, needs, forms, levels, recipients, source,
    mark, valid_from, valid_to, note, ordinal)
VALUES
  ('rule-same-level', 'sameLevel', 'Cùng một cấp, trong năm không khen cả toàn diện lẫn chuyên đề', 'Not both all-round and thematic at one level in a year', 1, NULL, 'same', 'members', '[]', '[]',
    '["confederation","sector","province","superior","unit"]', '[]', 'Hướng dẫn 1217/HD-TLĐ ngày 11/8/2016', 'published', '2016-08-11', NULL,
    'Khen sơ kết, tổng kết phong trào, khen theo đợt và khen đột xuất không tính.', 10),
  ('rule-investigation', 'investigation', 'Không đang trong thời gian thanh tra, điều tra, xem xét đơn thư', 'Not under inspection or investigation', 1, NULL, 'same', 'members', '[]', '[]', '[]', '[]',
    'Nghị định 152/2025/NĐ-CP', 'published', '2025', NULL, 'Quy định của khen thưởng nhà nước; với khen thưởng công đoàn dùng như một lưu ý.', 20),
  ('rule-cstd-ldtt', 'titleYears', 'Chiến sĩ thi đua cơ sở phải đạt Lao động tiên tiến cùng năm', 'Grassroots emulation fighter: advanced labourer in the same year', 1, 1, 'same', 'members', '["LDTT"]', '["CSTDCS"]', '[]', '["individual"]',
    'Luật Thi đua, khen thưởng 06/2022/QH15, Điều 23', 'published', '2024-01-01', NULL, NULL, 30),
  ('rule-cstd-quota', 'quotaPercent', 'Chiến sĩ thi đua cơ sở không quá 15% số Lao động tiên tiến', 'Grassroots emulation fighters: at most 15% of advanced labourers', 1, 15, 'same', 'titled', '["LDTT"]', '["CSTDCS"]', '[]', '["individual"]',
    'Nghị định 91/2017/NĐ-CP', 'published', '2017', '2023-12-31', 'Luật năm 2022 không còn tỷ lệ này.', 40),
  ('rule-bktld-years', 'titleYears', 'Bằng khen Tổng Liên đoàn cho cá nhân: 2 năm liền hoàn thành xuất sắc nhiệm vụ', 'Diploma of the confederation: two years in a row of outstanding work', 0, 2, 'either', 'members', '[]', '["BK-TLD"]', '[]', '["individual"]',
    'QĐ 1689/QĐ-TLĐ ngày 12/11/2019, Điều 14', 'toCheck', '2019-11-12', NULL, 'QĐ 999/QĐ-TLĐ ngày 29/5/2024 đã thay QĐ 1689: đối chiếu, chọn danh hiệu dùng để xét rồi bật.', 50),
  ('rule-bktld-initiatives', 'earlierAward', 'Bằng khen Tổng Liên đoàn cho cá nhân: có 2 sáng kiến cấp cơ sở', 'Diploma of the confederation: two recognised initiatives', 0, 2, 'either', 'members', '["SK-CS"]', '["BK-TLD"]', '[]', '["individual"]',
    'QĐ 1689/QĐ-TLĐ ngày 12/11/2019, Điều 14', 'toCheck', '2019-11-12', NULL, 'QĐ 999/QĐ-TLĐ ngày 29/5/2024 đã thay QĐ 1689: đối chiếu rồi bật.', 60),
  ('rule-bktld-earlier', 'earlierAward', 'Bằng khen Tổng Liên đoàn cho cá nhân: đã có bằng khen cấp tỉnh hoặc ngành trung ương', 'Diploma of the confederation: an earlier diploma of the province or sector', 0, 1, 'either', 'members', '["BK-LD","BK-CDN"]', '["BK-TLD"]', '[]', '["individual"]',
    'QĐ 1689/QĐ-TLĐ ngày 12/11/2019, Điều 14', 'toCheck', '2019-11-12', NULL, 'QĐ 999/QĐ-TLĐ ngày 29/5/2024 đã thay QĐ 1689: đối chiếu rồi bật.', 70),
  ('rule-cstdtld-years', 'titleYears', 'Chiến sĩ thi đua Tổng Liên đoàn: 3 năm liền Chiến sĩ thi đua cơ sở', 'Emulation fighter of the confederation: three years in a row of the grassroots title', 0, 3, 'either', 'members', '["CSTDCS"]', '["CSTD-TLD"]', '[]', '["individual"]',
    'QĐ 1689/QĐ-TLĐ ngày 12/11/2019', 'toCheck', '2019-11-12', NULL, 'Thêm danh hiệu mã CSTD-TLD vào tab Hình thức rồi bật.', 80),
  ('rule-bktld-theme', 'quotaCount', 'Bằng khen chuyên đề của Tổng Liên đoàn: mỗi liên đoàn lao động tỉnh không quá 4 một năm', 'Thematic diplomas of the confederation: at most 4 a year for a province', 0, 4, 'same', 'members', '[]', '["BK-TLD"]', '[]', '[]',
    'QĐ 1689/QĐ-TLĐ ngày 12/11/2019, Điều 15', 'toCheck', '2019-11-12', NULL, 'Hạn mức của cấp tỉnh; công đoàn cơ sở thường không cần bật.', 90),
  ('rule-local-absence', 'absence', 'Nghỉ không quá 40 ngày làm việc trong năm, không tính thai sản', 'Fewer than 40 working days away in the year, maternity left out', 0, 40, 'same', 'members', '[]', '[]', '[]', '["individual"]',
    'Ví dụ quy định nội bộ: một trung tâm y tế cấp huyện, năm 2021', 'local', NULL, NULL, 'Nghỉ từ 40 ngày thì không xét.', 110),
  ('rule-local-registered', 'registered', 'Có đăng ký thi đua trong năm', 'Registered for emulation in the year', 0, NULL, 'same', 'members', '[]', '[]', '[]', '["individual","collective"]',
    'Ví dụ quy định nội bộ: một trung tâm y tế cấp huyện, năm 2021', 'local', NULL, NULL, NULL, 120),
  ('rule-local-service', 'service', 'Đã vào cơ quan từ 10 tháng trở lên', 'At least 10 months of service', 0, 10, 'same', 'members', '[]', '[]', '[]', '["individual"]',
    'Ví dụ quy định nội bộ: một trung tâm y tế cấp huyện, năm 2021', 'local', NULL, NULL, NULL, 130),
  ('rule-local-discipline', 'discipline', 'Không bị kỷ luật từ khiển trách trong năm', 'No discipline in the year', 0, NULL, 'same', 'members', '[]', '[]', '[]', '["individual"]',
    'Ví dụ quy định nội bộ: một trung tâm y tế cấp huyện, năm 2021', 'local', NULL, NULL, NULL, 140),
  ('rule-local-dvxs', 'titleYears', 'Đoàn viên xuất sắc phải đạt Lao động tiên tiến trở lên cùng năm', 'Outstanding member: advanced labourer or more in the same year', 0, 1, 'same', 'members', '["LDTT","CSTDCS"]', '["DVXS"]', '[]', '["individual"]',
    'Ví dụ quy định nội bộ: một trường đại học, năm 2015', 'local', NULL, NULL, NULL, 150),
  ('rule-local-group', 'collectiveShare', 'Tập thể vững mạnh xuất sắc có từ 80% đoàn viên đạt Lao động tiên tiến', 'Outstanding collective: at least 80% of its members advanced labourers', 0, 80, 'same', 'members', '["LDTT","CSTDCS"]', '["TOVM"]', '[]', '["collective"]',
    'Ví dụ quy định nội bộ: một trường đại học, năm 2015', 'local', NULL, NULL, 'Với tập thể vững mạnh, nơi ấy lấy 70%.', 160),
  ('rule-local-quota', 'quotaPercent', 'Giấy khen cá nhân không quá 10% số đoàn viên', 'Certificates of merit: at most 10% of members', 0, 10, 'same', 'members', '[]', '["GK-CS"]', '[]', '["individual"]',
    'Ví dụ quy định nội bộ: một trường đại học, năm 2015', 'local', NULL, NULL, NULL, 170);

INSERT INTO base_wage (uid, amount, valid_from, source, to_check, note)
VALUES
  ('wage-2023-07', 1800000, '2023-07-01', 'Lương cơ sở từ tháng 7/2023', 0, NULL),
  ('wage-2024-07', 2340000, '2024-07-01', 'Lương cơ sở từ tháng 7/2024', 1, 'Đối chiếu với nghị định hiện hành; thêm dòng khi có mức mới.');

INSERT INTO award_coefficient (uid, form_code, recipient, hundredths, valid_from, valid_to, source, to_check)
VALUES
  ('rate-cstdcs', 'CSTDCS', 'individual', 100, '2024-01-01', NULL, 'Nghị định 98/2023/NĐ-CP, Điều 54', 0),
  ('rate-ldtt', 'LDTT', 'individual', 30, '2024-01-01', NULL, 'Nghị định 98/2023/NĐ-CP, Điều 54', 0),
  ('rate-ttldxs', 'TTLDXS', 'collective', 150, '2024-01-01', NULL, 'Nghị định 98/2023/NĐ-CP, Điều 54', 0),
  ('rate-ttldtt', 'TTLDTT', 'collective', 80, '2024-01-01', NULL, 'Nghị định 98/2023/NĐ-CP, Điều 54', 0),
  ('rate-bk-2017', 'BK-BT', 'individual', 100, '2017-10-01', '2023-12-31', 'Nghị định 91/2017/NĐ-CP', 0),
  ('rate-bk-2024', 'BK-BT', 'individual', 150, '2024-01-01', NULL, 'Mức từ năm 2024, cần đối chiếu', 1);
