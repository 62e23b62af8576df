-- Resolutions (nghị quyết) with their targets (chỉ tiêu), the work plan of a year (chương trình công tác), and what a union's year is made of.
CREATE TABLE resolution (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  level TEXT NOT NULL CHECK (level IN ('party', 'confederation', 'sector', 'province', 'upper', 'unit')),
  -- who passed it
  body TEXT,
  number TEXT,
  -- ISO, possibly of less precision
  passed_on TEXT,
  from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1990 AND 2100),
  to_year INTEGER NOT NULL CHECK (to_year BETWEEN 1990 AND 2100),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (from_year <= to_year)
) STRICT;
CREATE VIEW resolution_live AS SELECT * FROM resolution WHERE deleted_at IS NULL;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  resolution_id INTEGER NOT NULL REFERENCES resolution (id),
  ordinal INTEGER NOT NULL DEFAULT 1000,
  text TEXT NOT NULL CHECK (text <> ''),
  -- the word after the number: "đoàn viên"; of a percentage what it is a share of
  unit TEXT NOT NULL,
  percent INTEGER NOT NULL DEFAULT 0 CHECK (percent IN (0, 1)),
  direction TEXT NOT NULL DEFAULT 'atLeast' CHECK (direction IN ('atLeast', 'atMost', 'equal')),
  -- sum: years add up to the term; level: as it stands on a day
  counting TEXT NOT NULL DEFAULT 'sum' CHECK (counting IN ('sum', 'level')),
  pace TEXT NOT NULL DEFAULT 'linear' CHECK (pace IN ('linear', 'months', 'always', 'end')),
  -- of the catalogue of figures; null: typed, with its source
  indicator TEXT CHECK (indicator <> ''),
  period TEXT NOT NULL DEFAULT 'calendar' CHECK (period IN ('calendar', 'union')),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX target_resolution ON target (resolution_id, ordinal);
CREATE VIEW target_live AS SELECT t.* FROM target t JOIN resolution r ON r.id = t.resolution_id
  WHERE t.deleted_at IS NULL AND r.deleted_at IS NULL;

-- What is asked for a year, or for the whole term (year 0).
CREATE TABLE target_value (
  target_id INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
  year INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 1990 AND 2100),
  value REAL NOT NULL CHECK (value >= 0),
  -- twelve sums that are to be reached by the end of each month, as JSON
  months TEXT CHECK (months IS NULL OR json_valid(months)),
  PRIMARY KEY (target_id, year)
) STRICT, WITHOUT ROWID;

-- Reached so far in a year, typed; the latest day of a year counts. An unknown value keeps what was said.
CREATE TABLE target_actual (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  target_id INTEGER NOT NULL REFERENCES target (id),
  on_day TEXT NOT NULL CHECK (length(on_day) = 10),
  value REAL CHECK (value >= 0),
  part INTEGER CHECK (part >= 0),
  whole INTEGER CHECK (whole > 0),
  flag TEXT NOT NULL DEFAULT 'exact' CHECK (flag IN ('exact', 'atLeast', 'almost', 'about')),
  source TEXT NOT NULL CHECK (source <> ''),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((part IS NULL) = (whole IS NULL)),
  CHECK (part IS NULL OR part <= whole)
) STRICT;
CREATE INDEX target_actual_day ON target_actual (target_id, on_day);

-- Which congress belongs to which term.
CREATE TABLE congress_term (
  id INTEGER PRIMARY KEY,
  body TEXT NOT NULL CHECK (body <> ''),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99),
  from_year INTEGER NOT NULL CHECK (from_year BETWEEN 1900 AND 2100),
  to_year INTEGER NOT NULL CHECK (to_year BETWEEN 1900 AND 2100),
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT,
  CHECK (from_year < to_year)
) STRICT;
CREATE UNIQUE INDEX congress_term_number ON congress_term (body, number) WHERE deleted_at IS NULL;
INSERT INTO congress_term (body, number, from_year, to_year) VALUES
  ('Công đoàn Việt Nam', 9, 2003, 2008),
  ('Công đoàn Việt Nam', 10, 2008, 2013),
  ('Công đoàn Việt Nam', 11, 2013, 2018),
  ('Công đoàn Việt Nam', 12, 2018, 2023),
  ('Công đoàn Việt Nam', 13, 2023, 2028),
  ('Công đoàn Y tế Việt Nam', 12, 2013, 2018),
  ('Công đoàn Y tế Việt Nam', 13, 2018, 2023),
  ('Công đoàn Y tế Việt Nam', 14, 2023, 2028),
  ('Đảng Cộng sản Việt Nam', 10, 2006, 2011),
  ('Đảng Cộng sản Việt Nam', 11, 2011, 2016),
  ('Đảng Cộng sản Việt Nam', 12, 2016, 2021),
  ('Đảng Cộng sản Việt Nam', 13, 2021, 2026);

-- What stands over the plan of a year on paper.
CREATE TABLE work_plan (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1990 AND 2100),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  number TEXT,
  signed_on TEXT CHECK (length(signed_on) = 10),
  -- what the year is about (trọng tâm)
  focus TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE plan_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  -- the day, where one is known
  on_date TEXT CHECK (length(on_date) = 10),
  text TEXT NOT NULL CHECK (text <> ''),
  -- who does it: a body, a person, or both
  owner_committee_id INTEGER REFERENCES committee (id),
  owner_member_id INTEGER REFERENCES member (id),
  owner_name TEXT,
  status TEXT NOT NULL DEFAULT 'todo' CHECK (status IN ('todo', 'doing', 'done', 'dropped')),
  result TEXT,
  done_on TEXT CHECK (length(done_on) = 10),
  -- the record that fulfils it
  link_entity TEXT,
  link_id INTEGER,
  link_label TEXT,
  -- where it comes from: a gap of the self-review, a resolution …
  origin TEXT,
  copied_from_id INTEGER REFERENCES plan_item (id),
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (on_date IS NULL OR CAST(substr(on_date, 1, 4) AS INTEGER) = year AND CAST(substr(on_date, 6, 2) AS INTEGER) = month),
  CHECK (owner_member_id IS NULL OR owner_name IS NULL),
  CHECK ((link_entity IS NULL) = (link_id IS NULL)),
  CHECK ((status = 'done') = (done_on IS NOT NULL))
) STRICT;
CREATE INDEX plan_item_month ON plan_item (year, month, on_date);
CREATE INDEX plan_item_member ON plan_item (owner_member_id) WHERE owner_member_id IS NOT NULL;
CREATE INDEX plan_item_copied ON plan_item (copied_from_id) WHERE copied_from_id IS NOT NULL;
CREATE VIEW plan_item_live AS SELECT * FROM plan_item WHERE deleted_at IS NULL;

-- What is usually done in each month; the office's own list. official: a date a rule names.
CREATE TABLE year_step (
  id INTEGER PRIMARY KEY,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  ordinal INTEGER NOT NULL DEFAULT 1000,
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  hint TEXT,
  hint_en TEXT,
  official INTEGER NOT NULL DEFAULT 0 CHECK (official IN (0, 1)),
  -- what it opens: an event of a kind, gifts of an occasion, or a page of the program
  opens TEXT NOT NULL CHECK (opens IN ('event', 'campaign', 'page')),
  -- the kind, the occasion, the page
  what TEXT NOT NULL CHECK (what <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
INSERT INTO year_step (month, ordinal, name, name_en, hint, hint_en, official, opens, what) VALUES
  (1, 10, 'Ban hành chương trình công tác năm', 'Issue the work plan of the year', 'Chép chương trình năm trước, sửa, in, lấy số văn bản', 'Copy last year’s plan, change it, print it, give it a number', 0, 'page', 'plans'),
  (1, 20, 'Giao chỉ tiêu năm', 'Set the targets of the year', 'Ghi chỉ tiêu năm của từng nghị quyết', 'Enter the yearly value of every target', 0, 'page', 'targets'),
  (1, 30, 'Chăm lo Tết Nguyên đán', 'Tet gifts', 'Lập danh sách tặng quà, ký nhận, phiếu chi', 'List of gifts, signatures, vouchers', 0, 'campaign', 'tet'),
  (1, 40, 'Phối hợp tổ chức hội nghị cán bộ, công chức, viên chức', 'Staff conference', NULL, NULL, 0, 'event', 'staff_conference'),
  (2, 10, 'Tết sum vầy', 'Tet reunion', NULL, NULL, 0, 'event', 'tet'),
  (2, 20, 'Kỷ niệm Ngày Thầy thuốc Việt Nam 27/2', 'Vietnamese Doctors’ Day', NULL, NULL, 0, 'event', 'doctors_day'),
  (2, 30, 'Phát động và đăng ký thi đua', 'Launch emulation, take registrations', NULL, NULL, 0, 'page', 'movements'),
  (3, 10, 'Kỷ niệm Ngày Quốc tế Phụ nữ 8/3', 'Women’s Day, 8 March', NULL, NULL, 0, 'event', 'womens_day'),
  (3, 20, 'Họp ban chấp hành quý I', 'Committee meeting, first quarter', NULL, NULL, 0, 'event', 'committee_meeting'),
  (4, 10, 'Kế hoạch Tháng Công nhân', 'Plan of Workers’ Month', NULL, NULL, 0, 'event', 'workers_month'),
  (4, 20, 'Kiểm tra, giám sát', 'Inspection and supervision', NULL, NULL, 0, 'event', 'inspection'),
  (5, 10, 'Tháng Công nhân, hội thao', 'Workers’ Month, sports festival', NULL, NULL, 0, 'event', 'sports'),
  (5, 20, 'Chốt số liệu 6 tháng (đến 31/5)', 'Half-year figures up to 31 May', 'Mẫu 1-HĐCĐ chốt số liệu ngày 31/5', 'The statistical form closes on 31 May', 1, 'page', 'figures'),
  (6, 10, 'Quà ngày Quốc tế Thiếu nhi 1/6', 'Gifts for Children’s Day', NULL, NULL, 0, 'campaign', 'childrens_day'),
  (6, 20, 'Báo cáo 6 tháng, sơ kết', 'Half-year report and conference', NULL, NULL, 0, 'event', 'year_review'),
  (6, 30, 'Họp ban chấp hành quý II', 'Committee meeting, second quarter', NULL, NULL, 0, 'event', 'committee_meeting'),
  (7, 10, 'Kỷ niệm 27/7 và Ngày thành lập Công đoàn 28/7', 'War Invalids Day and Union founding day', NULL, NULL, 0, 'event', 'union_day'),
  (7, 20, 'Tập huấn cán bộ công đoàn', 'Training of union officers', NULL, NULL, 0, 'event', 'training'),
  (8, 10, 'Tham quan, nghỉ dưỡng', 'Excursion', NULL, NULL, 0, 'event', 'excursion'),
  (8, 20, 'Khen con đoàn viên học giỏi', 'Prizes for members’ children', NULL, NULL, 0, 'page', 'families'),
  (9, 10, 'Quà Tết Trung thu', 'Mid-Autumn gifts', NULL, NULL, 0, 'campaign', 'mid_autumn'),
  (9, 20, 'Họp ban chấp hành quý III', 'Committee meeting, third quarter', NULL, NULL, 0, 'event', 'committee_meeting'),
  (10, 10, 'Kỷ niệm Ngày Phụ nữ Việt Nam 20/10', 'Vietnamese Women’s Day', NULL, NULL, 0, 'event', 'vietnamese_womens_day'),
  (10, 20, 'Nhận hướng dẫn đánh giá, xếp loại; lập danh sách đề nghị khen thưởng', 'Guide to the yearly ranking; award proposals', 'Công đoàn cấp trên thường ra hướng dẫn cuối tháng 10', 'The union above usually issues its guide in late October', 0, 'page', 'proposals'),
  (11, 10, 'Tự kiểm tra, chấm điểm, xếp loại', 'Self-review, scores and ranking', 'Rà minh chứng còn thiếu trước khi chấm', 'Look for missing evidence before scoring', 0, 'page', 'review'),
  (11, 20, 'Chốt số liệu năm (đến 30/11)', 'Year figures up to 30 November', 'Mẫu 1-HĐCĐ chốt số liệu ngày 30/11', 'The statistical form closes on 30 November', 1, 'page', 'figures'),
  (11, 30, 'Xếp loại công đoàn bộ phận, tổ công đoàn', 'Yearly classes of sections and groups', NULL, NULL, 0, 'page', 'organisation'),
  (12, 10, 'Hội nghị tổng kết năm', 'Year-end conference', NULL, NULL, 0, 'event', 'year_review'),
  (12, 20, 'Họp ban chấp hành quý IV', 'Committee meeting, fourth quarter', NULL, NULL, 0, 'event', 'committee_meeting'),
  (12, 30, 'Dự thảo chương trình công tác năm sau', 'Draft next year’s work plan', 'Chép việc còn dở và việc hằng năm sang năm sau', 'Copy open and yearly work into next year', 0, 'page', 'plans');
