-- Criteria sets (bộ tiêu chí) with their groups, criteria and ranks; reviews of a period, their scores and evidence.
CREATE TABLE criteria_set (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  -- the editions of one set share nothing but this chain
  edition INTEGER NOT NULL DEFAULT 1 CHECK (edition > 0),
  based_on INTEGER REFERENCES criteria_set (id),
  valid_from TEXT,
  source TEXT,
  -- day the user compared it with the union above; null: reference only
  confirmed_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

CREATE TABLE criterion_group (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES criteria_set (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  title_en TEXT,
  max REAL NOT NULL CHECK (max >= 0),
  bonus INTEGER NOT NULL DEFAULT 0 CHECK (bonus IN (0, 1))
) STRICT;
CREATE INDEX criterion_group_set ON criterion_group (set_id, position);

-- uid stays the same in every edition of a set, so that scores follow a criterion from edition to edition.
CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL,
  set_id INTEGER NOT NULL REFERENCES criteria_set (id),
  group_id INTEGER NOT NULL REFERENCES criterion_group (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL CHECK (code <> ''),
  title TEXT NOT NULL CHECK (title <> ''),
  title_en TEXT,
  max REAL NOT NULL CHECK (max > 0),
  evidence TEXT,
  evidence_en TEXT,
  indicators_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(indicators_json)),
  rule_json TEXT CHECK (rule_json IS NULL OR json_valid(rule_json)),
  UNIQUE (set_id, uid)
) STRICT;

CREATE TABLE rank_level (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES criteria_set (id),
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  min REAL NOT NULL CHECK (min >= 0)
) STRICT;
CREATE INDEX rank_level_set ON rank_level (set_id, min);

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  set_id INTEGER NOT NULL REFERENCES criteria_set (id),
  year INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('year', 'firstHalf')),
  from_day TEXT NOT NULL CHECK (length(from_day) = 10),
  to_day TEXT NOT NULL CHECK (length(to_day) = 10),
  closed_at TEXT,
  closed_by TEXT,
  -- everything the page and the papers showed when it was closed
  snapshot_json TEXT CHECK (snapshot_json IS NULL OR json_valid(snapshot_json)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (from_day <= to_day),
  CHECK ((closed_at IS NULL) = (snapshot_json IS NULL))
) STRICT;
CREATE UNIQUE INDEX review_of_period ON review (unit_id, year, part) WHERE deleted_at IS NULL;

CREATE TABLE review_item (
  review_id INTEGER NOT NULL REFERENCES review (id),
  criterion_uid TEXT NOT NULL,
  score REAL CHECK (score >= 0),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (review_id, criterion_uid)
) STRICT, WITHOUT ROWID;

-- A file is stored once, by the hash of its bytes, in the evidence folder of the data folder.
CREATE TABLE evidence_file (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE review_evidence (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES review (id),
  criterion_uid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('file', 'record')),
  label TEXT NOT NULL CHECK (label <> ''),
  file_id INTEGER REFERENCES evidence_file (id),
  entity TEXT CHECK (entity IN ('member', 'event', 'award', 'org_unit')),
  record_id INTEGER,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((kind = 'file') = (file_id IS NOT NULL)),
  CHECK ((kind = 'record') = (entity IS NOT NULL AND record_id IS NOT NULL))
) STRICT;
CREATE INDEX review_evidence_item ON review_evidence (review_id, criterion_uid);

-- Reference set 40/40/15/5: a local template, to be compared with the union above before use.
INSERT INTO criteria_set (id, uid, unit_id, name, name_en, source, created_at, updated_at) VALUES
  (1, lower(hex(randomblob(16))), 1, 'Bộ tiêu chí tham khảo 40/40/15/5', 'Reference criteria 40/40/15/5',
   '1294/HD-TLĐ (2019)', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
INSERT INTO criterion_group (id, set_id, position, code, title, title_en, max, bonus) VALUES
  (1, 1, 1, '1', 'Đại diện, chăm lo, bảo vệ; tham gia quản lý, kiểm tra, giám sát', 'Representation, care and protection; part in management and oversight', 40, 0),
  (2, 1, 2, '2', 'Xây dựng tổ chức công đoàn', 'Building the union organisation', 40, 0),
  (3, 1, 3, '3', 'Tuyên truyền và hoạt động khác', 'Communication and other work', 15, 0),
  (4, 1, 4, '4', 'Điểm thưởng', 'Bonus', 5, 1);
INSERT INTO criterion (uid, set_id, group_id, position, code, title, title_en, max, evidence, evidence_en, indicators_json, rule_json) VALUES
  ('default-1.1', 1, 1, 1, '1.1', 'Phối hợp tổ chức Hội nghị CBCCVC đúng thời hạn', 'Staff conference held on time with the employer', 5, 'Biên bản, nghị quyết hội nghị', 'Minutes and resolution of the conference',
   '["events.kind.staff_conference"]', '{"kind":"steps","of":["events.kind.staff_conference"],"steps":[{"min":1,"share":1}],"perYear":false}'),
  ('default-1.2', 1, 1, 2, '1.2', 'Quy chế dân chủ ở cơ sở: tham gia xây dựng, giám sát thực hiện', 'Grassroots democracy rules: drafting and oversight', 5, 'Quy chế, báo cáo', 'Rules, reports',
   '[]', NULL),
  ('default-1.3', 1, 1, 3, '1.3', 'Quy chế phối hợp Ban Chấp hành – Giám đốc; họp định kỳ', 'Coordination rules of committee and director; regular meetings', 4, 'Quy chế, biên bản', 'Rules, minutes',
   '["events.kind.dialogue"]', '{"kind":"steps","of":["events.kind.dialogue"],"steps":[{"min":4,"share":1},{"min":2,"share":0.5},{"min":1,"share":0.25}],"perYear":true}'),
  ('default-1.4', 1, 1, 4, '1.4', 'Tham gia xây dựng nội quy, quy chế chi tiêu nội bộ, thi đua, tuyển dụng, kỷ luật', 'Part in internal rules: spending, emulation, recruitment, discipline', 4, 'Công văn góp ý', 'Letters with comments',
   '[]', NULL),
  ('default-1.5', 1, 1, 5, '1.5', 'Hướng dẫn ký hợp đồng làm việc; BHXH, BHYT, BHTN đầy đủ', 'Guidance on work contracts; social, health and unemployment insurance', 3, 'Danh sách', 'Lists',
   '["members.active"]', NULL),
  ('default-1.6', 1, 1, 6, '1.6', 'Giám sát thực hiện chế độ, chính sách; Ban Thanh tra nhân dân hoạt động', 'Oversight of policies; work of the people’s inspectorate', 4, 'Kế hoạch, báo cáo của Ban Thanh tra nhân dân', 'Plans and reports of the people’s inspectorate',
   '["events.kind.supervision"]', '{"kind":"steps","of":["events.kind.supervision"],"steps":[{"min":2,"share":1},{"min":1,"share":0.5}],"perYear":true}'),
  ('default-1.7', 1, 1, 7, '1.7', 'Thăm hỏi ốm đau, thai sản, hiếu hỷ', 'Visits for illness, maternity, weddings and funerals', 4, 'Phiếu thăm hỏi', 'Visit slips',
   '["events.kind.visit","events.turnsOf.visit"]', '{"kind":"steps","of":["events.kind.visit"],"steps":[{"min":4,"share":1},{"min":1,"share":0.5}],"perYear":true}'),
  ('default-1.8', 1, 1, 8, '1.8', 'Chăm lo Tết, 1/6, Trung thu, đoàn viên khó khăn, Mái ấm công đoàn', 'Care at Tet, Children’s Day, Mid-Autumn, hardship, union shelters', 4, 'Danh sách ký nhận', 'Signed lists',
   '["events.kind.tet","events.kind.childrens_day","events.kind.mid_autumn","events.kind.housing"]', '{"kind":"each","parts":[{"of":["events.kind.tet"],"min":1},{"of":["events.kind.childrens_day"],"min":1},{"of":["events.kind.mid_autumn"],"min":1},{"of":["events.kind.housing"],"min":1}]}'),
  ('default-1.9', 1, 1, 9, '1.9', 'Đối thoại, tiếp nhận giải quyết đơn thư; không có khiếu kiện vượt cấp', 'Dialogue, petitions settled; no complaint over the unit’s head', 3, 'Sổ theo dõi', 'Petition register',
   '[]', NULL),
  ('default-1.10', 1, 1, 10, '1.10', 'Phúc lợi, tham quan, khám sức khỏe, điều kiện làm việc', 'Benefits, excursions, health checks, working conditions', 4, 'Kế hoạch', 'Plans',
   '["events.kind.excursion","events.kind.health_check"]', '{"kind":"each","parts":[{"of":["events.kind.excursion"],"min":1},{"of":["events.kind.health_check"],"min":1}]}'),
  ('default-2.1', 1, 2, 1, '2.1', 'Chương trình công tác năm, quy chế Ban Chấp hành, Ủy ban kiểm tra, Ban nữ công', 'Year programme, rules of the committee, inspection committee, women’s board', 4, 'Văn bản', 'Documents',
   '[]', NULL),
  ('default-2.2', 1, 2, 2, '2.2', 'Họp Ban Chấp hành định kỳ, biên bản đủ', 'Regular committee meetings with minutes', 4, 'Sổ biên bản', 'Minute book',
   '["events.kind.committee_meeting"]', '{"kind":"steps","of":["events.kind.committee_meeting"],"steps":[{"min":4,"share":1},{"min":2,"share":0.5},{"min":1,"share":0.25}],"perYear":true}'),
  ('default-2.3', 1, 2, 3, '2.3', 'Tỷ lệ tập hợp đoàn viên (≥ ngưỡng)', 'Membership rate (≥ threshold)', 4, 'Danh sách', 'List',
   '["members.gatherRate"]', '{"kind":"steps","of":["members.gatherRate"],"steps":[{"min":95,"share":1},{"min":85,"share":0.75},{"min":70,"share":0.5}],"perYear":false}'),
  ('default-2.4', 1, 2, 4, '2.4', 'Hồ sơ, sổ sách, cập nhật dữ liệu đoàn viên', 'Records and books, member data kept up', 4, 'Sổ', 'Books',
   '["members.completeness","members.incomplete"]', '{"kind":"steps","of":["members.completeness"],"steps":[{"min":95,"share":1},{"min":80,"share":0.75},{"min":50,"share":0.5}],"perYear":false}'),
  ('default-2.5', 1, 2, 5, '2.5', 'Bồi dưỡng, giới thiệu đoàn viên ưu tú cho Đảng', 'Outstanding members trained and introduced to the Party', 4, 'Danh sách', 'List',
   '["members.partyJoined"]', '{"kind":"steps","of":["members.partyJoined"],"steps":[{"min":1,"share":1}],"perYear":false}'),
  ('default-2.6', 1, 2, 6, '2.6', 'Tập huấn cán bộ công đoàn', 'Training of union officers', 3, 'Giấy mời, danh sách', 'Invitations, lists',
   '["events.kind.training"]', '{"kind":"steps","of":["events.kind.training"],"steps":[{"min":1,"share":1}],"perYear":false}'),
  ('default-2.7', 1, 2, 7, '2.7', 'Hoạt động Ủy ban kiểm tra: kế hoạch, kiểm tra chấp hành Điều lệ, tài chính', 'Inspection committee: plan, inspection of the charter and finance', 4, 'Biên bản', 'Minutes',
   '["events.kind.inspection"]', '{"kind":"steps","of":["events.kind.inspection"],"steps":[{"min":2,"share":1},{"min":1,"share":0.5}],"perYear":true}'),
  ('default-2.8', 1, 2, 8, '2.8', 'Thu, nộp, quản lý tài chính đúng quy định; quyết toán, dự toán đúng hạn', 'Dues and finance by the rules; accounts and budget on time', 5, 'B07, B14', 'Forms B07, B14',
   '[]', NULL),
  ('default-2.9', 1, 2, 9, '2.9', 'Báo cáo thống kê, báo cáo 6 tháng/năm đúng hạn', 'Statistics, half-year and year reports on time', 4, 'Báo cáo', 'Reports',
   '[]', NULL),
  ('default-2.10', 1, 2, 10, '2.10', 'Tổ công đoàn/công đoàn bộ phận được xếp loại, sinh hoạt định kỳ', 'Union groups ranked and meeting regularly', 4, 'Sổ tổ', 'Group books',
   '["organisation.groups","events.kind.group_meeting"]', NULL),
  ('default-3.1', 1, 3, 1, '3.1', 'Tuyên truyền chủ trương, pháp luật, nghị quyết công đoàn', 'Communication of policy, law and union resolutions', 4, 'Tin bài', 'Articles',
   '["events.kind.communication","events.kind.online_contest"]', '{"kind":"steps","of":["events.kind.communication","events.kind.online_contest"],"steps":[{"min":4,"share":1},{"min":2,"share":0.5},{"min":1,"share":0.25}],"perYear":true}'),
  ('default-3.2', 1, 3, 2, '3.2', 'Văn hóa, thể thao, hội thi, ngày lễ', 'Culture, sport, contests, days', 3, 'Kế hoạch', 'Plans',
   '["events.kind.contest","events.kind.sports","events.kind.arts","events.kind.doctors_day","events.kind.union_day"]', '{"kind":"steps","of":["events.kind.contest","events.kind.sports","events.kind.arts","events.kind.doctors_day","events.kind.union_day"],"steps":[{"min":3,"share":1},{"min":1,"share":0.5}],"perYear":true}'),
  ('default-3.3', 1, 3, 3, '3.3', 'Phong trào thi đua: lao động giỏi – lao động sáng tạo; Xanh – Sạch – Đẹp; đổi mới phong cách, thái độ phục vụ', 'Movements: good and creative labour; green – clean – beautiful; manner of service', 3, 'Đăng ký', 'Registrations',
   '["awards.movement"]', '{"kind":"steps","of":["awards.movement"],"steps":[{"min":1,"share":1}],"perYear":false}'),
  ('default-3.4', 1, 3, 4, '3.4', 'Nữ công: Giỏi việc nước – đảm việc nhà; 8/3; 20/10', 'Women’s work: good at work, capable at home; 8 March; 20 October', 3, 'Danh sách', 'Lists',
   '["events.kind.womens_day","events.kind.vietnamese_womens_day","awards.women"]', '{"kind":"each","parts":[{"of":["awards.women"],"min":1},{"of":["events.kind.womens_day"],"min":1},{"of":["events.kind.vietnamese_womens_day"],"min":1}]}'),
  ('default-3.5', 1, 3, 5, '3.5', 'Xã hội, từ thiện, hiến máu', 'Charity and blood donation', 2, 'Danh sách', 'Lists',
   '["events.kind.blood_donation","events.turnsOf.blood_donation"]', '{"kind":"steps","of":["events.kind.blood_donation"],"steps":[{"min":1,"share":1}],"perYear":false}'),
  ('default-4.1', 1, 4, 1, '4.1', 'Mô hình mới, sáng kiến được công nhận', 'New models, recognised initiatives', 2, 'Quyết định', 'Decision',
   '["awards.initiative"]', '{"kind":"steps","of":["awards.initiative"],"steps":[{"min":1,"share":1}],"perYear":false}'),
  ('default-4.2', 1, 4, 2, '4.2', 'Giải cấp trên / đăng cai sự kiện / khen thưởng cấp tỉnh trở lên', 'Prizes from above / events hosted / awards of province level and up', 2, 'Quyết định', 'Decision',
   '["awards.upper"]', '{"kind":"steps","of":["awards.upper"],"steps":[{"min":1,"share":1}],"perYear":false}'),
  ('default-4.3', 1, 4, 3, '4.3', 'Vượt chỉ tiêu phát triển đoàn viên/giới thiệu Đảng', 'Targets of new members or Party introductions exceeded', 1, NULL, NULL,
   '["members.joined","members.partyJoined"]', NULL);
INSERT INTO rank_level (set_id, name, name_en, min) VALUES
  (1, 'Hoàn thành xuất sắc nhiệm vụ', 'Tasks completed with excellence', 90),
  (1, 'Hoàn thành tốt nhiệm vụ', 'Tasks completed well', 70),
  (1, 'Hoàn thành nhiệm vụ', 'Tasks completed', 50),
  (1, 'Không hoàn thành nhiệm vụ', 'Tasks not completed', 0);
