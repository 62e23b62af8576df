-- The self-review finished: two half-years, conditions of ranks, columns of those who check, work given to people,
-- and the yearly ratings of union groups and of members.

-- kind: whom the set rates. formula_json: weights of the two half-years a year is made of; null: scored directly.
-- unproven_share: most of the points a criterion without evidence counts; null: anything below full.
ALTER TABLE criteria_set ADD COLUMN kind TEXT NOT NULL DEFAULT 'union' CHECK (kind IN ('union', 'group', 'member'));
ALTER TABLE criteria_set ADD COLUMN formula_json TEXT CHECK (formula_json IS NULL OR json_valid(formula_json));
ALTER TABLE criteria_set ADD COLUMN unproven_share REAL CHECK (unproven_share BETWEEN 0 AND 1);

-- class: the yearly class of the organisation a rank stands for. conditions_json: what else the rank asks for.
ALTER TABLE rank_level ADD COLUMN class TEXT CHECK (class IN ('excellent', 'good', 'done', 'failed'));
ALTER TABLE rank_level ADD COLUMN conditions_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(conditions_json));
UPDATE rank_level SET class = 'excellent' WHERE name = 'Hoàn thành xuất sắc nhiệm vụ';
UPDATE rank_level SET class = 'good' WHERE name = 'Hoàn thành tốt nhiệm vụ';
UPDATE rank_level SET class = 'done' WHERE name = 'Hoàn thành nhiệm vụ';
UPDATE rank_level SET class = 'failed' WHERE name = 'Không hoàn thành nhiệm vụ';

CREATE TABLE review_new (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  set_id INTEGER NOT NULL REFERENCES criteria_set (id),
  year INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('year', 'firstHalf', 'secondHalf')),
  from_day TEXT NOT NULL CHECK (length(from_day) = 10),
  to_day TEXT NOT NULL CHECK (length(to_day) = 10),
  -- day until which evidence is to be there; null: the last day of the period
  evidence_due TEXT CHECK (length(evidence_due) = 10),
  -- who checks in the two other columns, and when
  group_by TEXT,
  group_on TEXT CHECK (length(group_on) = 10),
  upper_by TEXT,
  upper_on TEXT CHECK (length(upper_on) = 10),
  closed_at TEXT,
  closed_by TEXT,
  -- everything the page and the papers showed when it was closed
  snapshot_json TEXT CHECK (snapshot_json IS NULL OR json_valid(snapshot_json)),
  -- yearly class written when it was closed, to be taken back when it is opened again
  applied_json TEXT CHECK (applied_json IS NULL OR json_valid(applied_json)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (from_day <= to_day),
  CHECK ((closed_at IS NULL) = (snapshot_json IS NULL))
) STRICT;
INSERT INTO review_new (id, uid, unit_id, set_id, year, part, from_day, to_day, closed_at, closed_by, snapshot_json, version, created_at, updated_at, deleted_at)
  SELECT id, uid, unit_id, set_id, year, part, from_day, to_day, closed_at, closed_by, snapshot_json, version, created_at, updated_at, deleted_at
  FROM review;
DROP TABLE review;
ALTER TABLE review_new RENAME TO review;
CREATE UNIQUE INDEX review_of_period ON review (unit_id, year, part) WHERE deleted_at IS NULL;

ALTER TABLE review_item ADD COLUMN group_score REAL CHECK (group_score >= 0);
ALTER TABLE review_item ADD COLUMN group_by TEXT;
ALTER TABLE review_item ADD COLUMN group_on TEXT;
ALTER TABLE review_item ADD COLUMN upper_score REAL CHECK (upper_score >= 0);
ALTER TABLE review_item ADD COLUMN upper_by TEXT;
ALTER TABLE review_item ADD COLUMN upper_on TEXT;

-- Who is to score a criterion and gather its evidence, until when.
CREATE TABLE review_task (
  review_id INTEGER NOT NULL REFERENCES review (id),
  criterion_uid TEXT NOT NULL,
  member_id INTEGER REFERENCES member (id),
  name TEXT,
  due_on TEXT CHECK (length(due_on) = 10),
  PRIMARY KEY (review_id, criterion_uid),
  CHECK (member_id IS NULL OR name IS NULL),
  CHECK (member_id IS NOT NULL OR name IS NOT NULL OR due_on IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_task_member ON review_task (member_id) WHERE member_id IS NOT NULL;

-- Yearly rating of all union groups, or of the members of one group: one table of scores.
CREATE TABLE rating (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('group', 'member')),
  year INTEGER NOT NULL,
  -- the group whose members are rated
  org_unit_id INTEGER REFERENCES org_unit (id),
  set_id INTEGER NOT NULL REFERENCES criteria_set (id),
  from_day TEXT NOT NULL CHECK (length(from_day) = 10),
  to_day TEXT NOT NULL CHECK (length(to_day) = 10),
  closed_at TEXT,
  closed_by TEXT,
  snapshot_json TEXT CHECK (snapshot_json IS NULL OR json_valid(snapshot_json)),
  applied_json TEXT CHECK (applied_json IS NULL OR json_valid(applied_json)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((kind = 'member') = (org_unit_id IS NOT NULL)),
  CHECK ((closed_at IS NULL) = (snapshot_json IS NULL))
) STRICT;
CREATE UNIQUE INDEX rating_of_year ON rating (unit_id, kind, year, coalesce(org_unit_id, 0)) WHERE deleted_at IS NULL;

-- One group or member that has a score or a remark.
CREATE TABLE rating_line (
  id INTEGER PRIMARY KEY,
  rating_id INTEGER NOT NULL REFERENCES rating (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  member_id INTEGER REFERENCES member (id),
  note TEXT,
  CHECK ((org_unit_id IS NULL) <> (member_id IS NULL))
) STRICT;
CREATE INDEX rating_line_rating ON rating_line (rating_id);
CREATE INDEX rating_line_member ON rating_line (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE rating_score (
  line_id INTEGER NOT NULL REFERENCES rating_line (id) ON DELETE CASCADE,
  criterion_uid TEXT NOT NULL,
  who TEXT NOT NULL CHECK (who IN ('self', 'group', 'upper')),
  score REAL NOT NULL CHECK (score >= 0),
  by_name TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (length(on_day) = 10),
  PRIMARY KEY (line_id, criterion_uid, who)
) STRICT, WITHOUT ROWID;

-- Reference tables for union groups and for members: to be compared with the union above before use.
INSERT INTO criteria_set (uid, unit_id, kind, name, name_en, source, created_at, updated_at) VALUES
  ('reference-group', 1, 'group', 'Bảng chấm điểm tổ công đoàn (tham khảo)', 'Rating of union groups (reference)',
   '101/QĐ-CĐVC (2015)', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  ('reference-member', 1, 'member', 'Bảng chấm điểm đoàn viên (tham khảo)', 'Rating of members (reference)',
   NULL, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO criterion_group (set_id, position, code, title, title_en, max, bonus)
  SELECT s.id, g.position, g.code, g.title, g.title_en, g.max, g.bonus FROM criteria_set s JOIN (
    SELECT 'reference-group' AS uid, 1 AS position, 'I' AS code, 'Tiêu chuẩn chung' AS title, 'Common standards' AS title_en, 90.0 AS max, 0 AS bonus
    UNION ALL SELECT 'reference-group', 2, 'II', 'Điểm thưởng', 'Bonus', 10.0, 1
    UNION ALL SELECT 'reference-member', 1, '1', 'Chấp hành chủ trương, pháp luật, nội quy', 'Policy, law and house rules', 25.0, 0
    UNION ALL SELECT 'reference-member', 2, '2', 'Kết quả công tác', 'Results of work', 25.0, 0
    UNION ALL SELECT 'reference-member', 3, '3', 'Tham gia hoạt động công đoàn', 'Part in union work', 25.0, 0
    UNION ALL SELECT 'reference-member', 4, '4', 'Đoàn kết, giúp đỡ, xây dựng đời sống văn hóa', 'Solidarity, help and culture', 25.0, 0
  ) g ON g.uid = s.uid;
INSERT INTO criterion (uid, set_id, group_id, position, code, title, title_en, max)
  SELECT c.uid, s.id, g.id, c.position, c.code, c.title, c.title_en, c.max FROM criteria_set s JOIN (
    SELECT 'group-1' AS uid, 'reference-group' AS set_uid, 'I' AS head, 1 AS position, '1' AS code, 'Hoàn thành nhiệm vụ cấp trên giao' AS title, 'Tasks given from above done' AS title_en, 20.0 AS max
    UNION ALL SELECT 'group-2', 'reference-group', 'I', 2, '2', 'Đại diện, bảo vệ', 'Representation and protection', 15.0
    UNION ALL SELECT 'group-3', 'reference-group', 'I', 3, '3', 'Tham gia phong trào', 'Part in movements', 10.0
    UNION ALL SELECT 'group-4', 'reference-group', 'I', 4, '4', 'Nắm bắt, phản ánh tâm tư, kiến nghị', 'Members’ concerns heard and passed on', 15.0
    UNION ALL SELECT 'group-5', 'reference-group', 'I', 5, '5', 'Đoàn kết, thăm hỏi', 'Solidarity and visits', 10.0
    UNION ALL SELECT 'group-6', 'reference-group', 'I', 6, '6', 'Không có đoàn viên vi phạm (từ cảnh cáo)', 'No member disciplined (from warning on)', 10.0
    UNION ALL SELECT 'group-7', 'reference-group', 'I', 7, '7', 'Tuyên truyền, vận động gia nhập', 'Communication and new members', 10.0
    UNION ALL SELECT 'group-8', 'reference-group', 'II', 1, '8', 'Thành tích nổi bật, cách làm mới', 'Outstanding results, new ways', 10.0
    UNION ALL SELECT 'member-1.1', 'reference-member', '1', 1, '1.1', 'Chấp hành chủ trương, pháp luật, nội quy, quy chế', 'Policy, law, house rules kept', 15.0
    UNION ALL SELECT 'member-1.2', 'reference-member', '1', 2, '1.2', 'Học tập, nâng trình độ', 'Study and training', 10.0
    UNION ALL SELECT 'member-2.1', 'reference-member', '2', 1, '2.1', 'Hoàn thành nhiệm vụ chuyên môn', 'Professional duties done', 25.0
    UNION ALL SELECT 'member-3.1', 'reference-member', '3', 1, '3.1', 'Sinh hoạt tổ, tham gia phong trào', 'Group meetings and movements', 15.0
    UNION ALL SELECT 'member-3.2', 'reference-member', '3', 2, '3.2', 'Đóng đoàn phí đúng, đủ', 'Dues paid in full and on time', 10.0
    UNION ALL SELECT 'member-4.1', 'reference-member', '4', 1, '4.1', 'Đoàn kết, giúp đỡ đồng nghiệp', 'Solidarity with colleagues', 15.0
    UNION ALL SELECT 'member-4.2', 'reference-member', '4', 2, '4.2', 'Xây dựng gia đình, đời sống văn hóa', 'Family and culture', 10.0
  ) c ON c.set_uid = s.uid JOIN criterion_group g ON g.set_id = s.id AND g.code = c.head;
INSERT INTO rank_level (set_id, name, name_en, min, class)
  SELECT s.id, r.name, r.name_en, r.min, r.class FROM criteria_set s JOIN (
    SELECT 'Hoàn thành xuất sắc nhiệm vụ' AS name, 'Tasks completed with excellence' AS name_en, 90.0 AS min, 'excellent' AS class
    UNION ALL SELECT 'Hoàn thành tốt nhiệm vụ', 'Tasks completed well', 70.0, 'good'
    UNION ALL SELECT 'Hoàn thành nhiệm vụ', 'Tasks completed', 50.0, 'done'
    UNION ALL SELECT 'Không hoàn thành nhiệm vụ', 'Tasks not completed', 0.0, 'failed'
  ) r WHERE s.uid IN ('reference-group', 'reference-member');
