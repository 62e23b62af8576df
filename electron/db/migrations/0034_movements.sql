-- Emulation movements (phong trào thi đua): who launched what, registrations and results by person and unit, their awards;
-- forms of award by the regulation in force.
CREATE TABLE movement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  -- to the letter, as in the launching paper
  name TEXT NOT NULL CHECK (name <> ''),
  theme TEXT,
  level TEXT NOT NULL
    CHECK (level IN ('unit', 'superior', 'sector', 'province', 'confederation', 'employer', 'ministry', 'nation')),
  launched_by TEXT,
  launched_on TEXT,
  -- first and last day launched_on may mean
  first_day TEXT,
  last_day TEXT,
  starts_on TEXT,
  ends_on TEXT,
  paper_no TEXT,
  summed_up_on TEXT,
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX movement_day ON movement (first_day, id);
CREATE VIEW movement_live AS SELECT * FROM movement WHERE deleted_at IS NULL;

-- A person or a unit in a movement: what it undertook and what came of it. Unknown is null.
CREATE TABLE movement_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  movement_id INTEGER NOT NULL REFERENCES movement (id),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'unit')),
  member_id INTEGER REFERENCES member (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  undertakes TEXT,
  registered_on TEXT,
  achieved INTEGER CHECK (achieved IN (0, 1)),
  figure REAL,
  figure_unit TEXT,
  rank TEXT,
  result_on TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (kind = 'person' OR member_id IS NULL)
) STRICT;
CREATE INDEX movement_entry_movement ON movement_entry (movement_id, kind);
CREATE INDEX movement_entry_member ON movement_entry (member_id) WHERE member_id IS NOT NULL;
CREATE VIEW movement_entry_live AS SELECT e.* FROM movement_entry e JOIN movement m ON m.id = e.movement_id
  WHERE e.deleted_at IS NULL AND m.deleted_at IS NULL;

-- An award decision, or one line of it, that answers a movement.
ALTER TABLE award_decision ADD COLUMN movement_id INTEGER REFERENCES movement (id);
ALTER TABLE award_recipient ADD COLUMN movement_id INTEGER REFERENCES movement (id);
CREATE INDEX award_decision_movement ON award_decision (movement_id) WHERE movement_id IS NOT NULL;
CREATE INDEX award_recipient_movement ON award_recipient (movement_id) WHERE movement_id IS NOT NULL;
DROP VIEW award_decision_live;
CREATE VIEW award_decision_live AS SELECT * FROM award_decision WHERE deleted_at IS NULL;

-- 1: the grantor or the rule was not found in a published text and is to be checked by the office.
ALTER TABLE award_form ADD COLUMN to_check INTEGER NOT NULL DEFAULT 0 CHECK (to_check IN (0, 1));
UPDATE award_form SET to_check = 1 WHERE code IN ('DVXS', 'TOVM', 'GDTB', 'SK-CS') AND source LIKE '%cần đối chiếu%'
  OR code IN ('GDTB', 'SK-CS') AND source LIKE 'Cần đối chiếu%';

-- QĐ 999/QĐ-TLĐ of 29/5/2024 took the place of QĐ 1689/QĐ-TLĐ of 12/11/2019: the forms of before stay readable.
UPDATE award_form SET valid_from = '2024-05-29' WHERE side = 'union' AND source LIKE 'QĐ 999/QĐ-TLĐ%' AND valid_from IS NULL
  AND valid_to IS NULL AND deleted_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM award_form o WHERE o.code = award_form.code AND o.id <> award_form.id AND o.deleted_at IS NULL);
INSERT INTO award_form (code, name, name_en, kind, side, level, theme, for_individual, for_collective, for_household, grantor,
    reason_template, valid_to, source, ordinal, to_check)
  SELECT code, CASE code WHEN 'TOVM' THEN 'Tổ công đoàn vững mạnh' WHEN 'CDCSVM' THEN 'Công đoàn cơ sở vững mạnh' ELSE name END,
    name_en, kind, side, level, theme, for_individual, for_collective, for_household, grantor,
    CASE code WHEN 'TOVM' THEN 'Đã đạt danh hiệu Tổ công đoàn vững mạnh năm {năm}' ELSE reason_template END,
    '2024-05-28', 'QĐ 1689/QĐ-TLĐ ngày 12/11/2019 và quy định trước đó', ordinal + 1, to_check
  FROM award_form WHERE side = 'union' AND source LIKE 'QĐ 999/QĐ-TLĐ%' AND valid_from = '2024-05-29' AND deleted_at IS NULL;
