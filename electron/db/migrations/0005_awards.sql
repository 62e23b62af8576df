-- Forms of award (domain.md 3.2) as dated data, award decisions (quyết định khen thưởng), and whom they name.
CREATE TABLE award_form (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('title', 'form', 'theme')),
  side TEXT NOT NULL CHECK (side IN ('union', 'state')),
  level TEXT NOT NULL
    CHECK (level IN ('unit', 'superior', 'sector', 'province', 'confederation', 'employer', 'ministry', 'nation')),
  -- what a figure of the review may count it under
  theme TEXT CHECK (theme IN ('movement', 'women', 'initiative')),
  for_individual INTEGER NOT NULL CHECK (for_individual IN (0, 1)),
  for_collective INTEGER NOT NULL CHECK (for_collective IN (0, 1)),
  for_household INTEGER NOT NULL DEFAULT 0 CHECK (for_household IN (0, 1)),
  grantor TEXT,
  reason_template TEXT,
  valid_from TEXT,
  valid_to TEXT,
  source TEXT,
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX award_form_code ON award_form (code, coalesce(valid_from, '')) WHERE deleted_at IS NULL;

INSERT INTO award_form
  (code, name, name_en, kind, side, level, theme, for_individual, for_collective, for_household, grantor, reason_template, source, ordinal)
VALUES
  ('GK-CS', 'Giấy khen', 'Certificate of merit', 'form', 'union', 'unit', NULL, 1, 1, 1, 'Ban Chấp hành công đoàn cơ sở', 'Đã có thành tích xuất sắc trong hoạt động công đoàn năm {năm}', 'QĐ 999/QĐ-TLĐ ngày 29/5/2024', 10),
  ('DVXS', 'Đoàn viên công đoàn xuất sắc', 'Outstanding union member', 'title', 'union', 'unit', NULL, 1, 0, 0, 'Ban Chấp hành công đoàn cơ sở', 'Đã đạt danh hiệu Đoàn viên công đoàn xuất sắc năm {năm}', 'QĐ 999/QĐ-TLĐ; cấp tặng cần đối chiếu', 20),
  ('TOVM', 'Tổ công đoàn hoàn thành xuất sắc nhiệm vụ', 'Outstanding union group', 'title', 'union', 'unit', NULL, 0, 1, 0, 'Ban Chấp hành công đoàn cơ sở', 'Đã hoàn thành xuất sắc nhiệm vụ công đoàn năm {năm}', 'QĐ 999/QĐ-TLĐ; cấp tặng cần đối chiếu', 30),
  ('GDTB', 'Gia đình công nhân, viên chức, lao động tiêu biểu', 'Model working family', 'title', 'union', 'unit', NULL, 0, 0, 1, 'Ban Chấp hành công đoàn cơ sở', 'Đã đạt danh hiệu “Gia đình công nhân, viên chức, lao động tiêu biểu” năm {năm}', 'Cần đối chiếu với quy chế thi đua của đơn vị', 40),
  ('GVN', 'Giỏi việc nước – đảm việc nhà', 'Good at work, capable at home', 'theme', 'union', 'unit', 'women', 1, 1, 0, 'Ban Chấp hành công đoàn cơ sở', 'Đã có thành tích xuất sắc trong phong trào thi đua “Giỏi việc nước – đảm việc nhà” năm {năm}', '196/HD-TLĐ ngày 12/2/2015', 50),
  ('LDG', 'Lao động giỏi – Lao động sáng tạo', 'Good and creative labour', 'theme', 'union', 'unit', 'movement', 1, 1, 0, 'Ban Chấp hành công đoàn cơ sở', 'Đã có thành tích xuất sắc trong phong trào thi đua “Lao động giỏi – Lao động sáng tạo” năm {năm}', 'QĐ 999/QĐ-TLĐ', 60),
  ('XSD', 'Xanh – Sạch – Đẹp, bảo đảm an toàn vệ sinh lao động', 'Green, clean, beautiful; safe work', 'theme', 'union', 'unit', 'movement', 1, 1, 0, 'Ban Chấp hành công đoàn cơ sở', 'Đã có thành tích xuất sắc trong phong trào thi đua “Xanh – Sạch – Đẹp, bảo đảm an toàn vệ sinh lao động” năm {năm}', 'QĐ 999/QĐ-TLĐ', 70),
  ('VHTT', 'Văn hóa, thể thao', 'Culture and sport', 'theme', 'union', 'unit', 'movement', 1, 1, 0, 'Ban Chấp hành công đoàn cơ sở', 'Đã có thành tích xuất sắc trong phong trào văn hóa, thể thao năm {năm}', 'QĐ 999/QĐ-TLĐ', 80),
  ('SK-CS', 'Sáng kiến được công nhận', 'Recognised initiative', 'theme', 'union', 'unit', 'initiative', 1, 1, 0, NULL, 'Đã có sáng kiến được công nhận năm {năm}', 'Cần đối chiếu với quy chế của đơn vị', 90),
  ('CDCSVM', 'Công đoàn cơ sở hoàn thành xuất sắc nhiệm vụ', 'Outstanding grassroots union', 'title', 'union', 'superior', NULL, 0, 1, 0, 'Công đoàn cấp trên trực tiếp', NULL, 'QĐ 999/QĐ-TLĐ', 110),
  ('GK-CT', 'Giấy khen của công đoàn cấp trên trực tiếp', 'Certificate of merit of the union above', 'form', 'union', 'superior', NULL, 1, 1, 0, 'Ban Chấp hành công đoàn cấp trên trực tiếp', NULL, 'QĐ 999/QĐ-TLĐ', 120),
  ('BK-CDN', 'Bằng khen của công đoàn ngành trung ương', 'Diploma of merit of the sector union', 'form', 'union', 'sector', NULL, 1, 1, 0, 'Công đoàn Y tế Việt Nam', NULL, 'QĐ 999/QĐ-TLĐ', 210),
  ('BK-LD', 'Bằng khen của liên đoàn lao động tỉnh', 'Diploma of merit of the provincial federation', 'form', 'union', 'province', NULL, 1, 1, 0, 'Liên đoàn Lao động tỉnh', NULL, 'QĐ 999/QĐ-TLĐ', 220),
  ('CO-LD', 'Cờ thi đua của liên đoàn lao động tỉnh', 'Emulation flag of the provincial federation', 'title', 'union', 'province', NULL, 0, 1, 0, 'Liên đoàn Lao động tỉnh', NULL, 'QĐ 999/QĐ-TLĐ', 230),
  ('BK-TLD', 'Bằng khen của Tổng Liên đoàn', 'Diploma of merit of the confederation', 'form', 'union', 'confederation', NULL, 1, 1, 0, 'Tổng Liên đoàn Lao động Việt Nam', NULL, 'QĐ 999/QĐ-TLĐ', 310),
  ('CO-TLD', 'Cờ thi đua của Tổng Liên đoàn', 'Emulation flag of the confederation', 'title', 'union', 'confederation', NULL, 0, 1, 0, 'Tổng Liên đoàn Lao động Việt Nam', NULL, 'QĐ 999/QĐ-TLĐ', 320),
  ('BLDST', 'Bằng Lao động sáng tạo', 'Creative labour diploma', 'form', 'union', 'confederation', 'initiative', 1, 0, 0, 'Tổng Liên đoàn Lao động Việt Nam', NULL, 'QĐ 999/QĐ-TLĐ', 330),
  ('KNC', 'Kỷ niệm chương Vì sự nghiệp xây dựng tổ chức Công đoàn', 'Commemorative medal for union building', 'form', 'union', 'confederation', NULL, 1, 0, 0, 'Tổng Liên đoàn Lao động Việt Nam', NULL, '149/HD-TLĐ năm 2015', 340),
  ('LDTT', 'Lao động tiên tiến', 'Advanced labourer', 'title', 'state', 'employer', NULL, 1, 0, 0, 'Thủ trưởng đơn vị', NULL, 'Luật Thi đua, khen thưởng 06/2022/QH15', 410),
  ('CSTDCS', 'Chiến sĩ thi đua cơ sở', 'Grassroots emulation fighter', 'title', 'state', 'employer', NULL, 1, 0, 0, 'Thủ trưởng đơn vị', NULL, 'Luật Thi đua, khen thưởng 06/2022/QH15', 420),
  ('TTLDTT', 'Tập thể Lao động tiên tiến', 'Advanced labour collective', 'title', 'state', 'employer', NULL, 0, 1, 0, 'Thủ trưởng đơn vị', NULL, 'Luật Thi đua, khen thưởng 06/2022/QH15', 430),
  ('TTLDXS', 'Tập thể Lao động xuất sắc', 'Outstanding labour collective', 'title', 'state', 'ministry', NULL, 0, 1, 0, NULL, NULL, 'Luật Thi đua, khen thưởng 06/2022/QH15', 440),
  ('BK-BT', 'Bằng khen của Bộ, tỉnh', 'Diploma of merit of the ministry or province', 'form', 'state', 'ministry', NULL, 1, 1, 1, NULL, NULL, 'Luật Thi đua, khen thưởng 06/2022/QH15', 450);

CREATE TABLE award_decision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  number TEXT,
  number_key TEXT,
  decided_on TEXT,
  -- first day decided_on may mean, and the last
  first_day TEXT,
  last_day TEXT,
  side TEXT NOT NULL CHECK (side IN ('union', 'state')),
  level TEXT NOT NULL
    CHECK (level IN ('unit', 'superior', 'sector', 'province', 'confederation', 'employer', 'ministry', 'nation')),
  form_id INTEGER NOT NULL REFERENCES award_form (id),
  authority TEXT,
  signer_for TEXT,
  signer_title TEXT,
  signer_name TEXT,
  -- what it was given for: the occasion, and the wording on the certificate with {năm}
  occasion TEXT,
  reason_template TEXT,
  award_year INTEGER NOT NULL CHECK (award_year BETWEEN 1990 AND 2100),
  money_individual INTEGER CHECK (money_individual >= 0),
  money_collective INTEGER CHECK (money_collective >= 0),
  money_household INTEGER CHECK (money_household >= 0),
  money_source TEXT,
  basis TEXT,
  note TEXT,
  -- 0: recipients by name; 1: only how many, each null while unknown
  counts_only INTEGER NOT NULL DEFAULT 0 CHECK (counts_only IN (0, 1)),
  count_collective INTEGER CHECK (count_collective >= 0),
  count_individual INTEGER CHECK (count_individual >= 0),
  count_household INTEGER CHECK (count_household >= 0),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'issued')),
  issued_at TEXT,
  -- names of the bodies, the form and the signer as they were when issued
  snapshot TEXT CHECK (snapshot IS NULL OR json_valid(snapshot)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((status = 'issued') = (snapshot IS NOT NULL))
) STRICT;
CREATE INDEX award_decision_day ON award_decision (first_day, id);
CREATE INDEX award_decision_form ON award_decision (form_id);

CREATE TABLE award_recipient (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  decision_id INTEGER NOT NULL REFERENCES award_decision (id),
  -- ceremony order
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('individual', 'collective', 'household')),
  member_id INTEGER REFERENCES member (id),
  spouse_id INTEGER REFERENCES member (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  honorific TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  spouse_honorific TEXT,
  spouse_name TEXT,
  post TEXT,
  unit_name TEXT,
  -- instead of the decision's own
  reason TEXT,
  amount INTEGER CHECK (amount >= 0),
  -- the wording as it was when issued
  reason_text TEXT,
  register_year INTEGER,
  register_no INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((register_year IS NULL) = (register_no IS NULL)),
  CHECK (kind = 'household' OR spouse_name IS NULL)
) STRICT;
CREATE INDEX award_recipient_decision ON award_recipient (decision_id, ordinal);
CREATE INDEX award_recipient_member ON award_recipient (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX award_recipient_spouse ON award_recipient (spouse_id) WHERE spouse_id IS NOT NULL;
CREATE UNIQUE INDEX award_recipient_register ON award_recipient (register_year, register_no) WHERE register_no IS NOT NULL;

-- The last number given in each year's register (sổ khen thưởng); a number is never given twice.
CREATE TABLE award_register (
  year INTEGER PRIMARY KEY,
  last_no INTEGER NOT NULL CHECK (last_no >= 0)
) STRICT;

CREATE VIEW award_decision_live AS SELECT * FROM award_decision WHERE deleted_at IS NULL;
