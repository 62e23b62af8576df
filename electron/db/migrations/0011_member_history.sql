-- Dated facts of a member, the periods they make, discipline and absence. The older member_movement is kept as it was
-- and is not written any more: what it says is taken over here.
CREATE TABLE member_fact_batch (
  id INTEGER PRIMARY KEY,
  created_at TEXT NOT NULL
) STRICT;

-- on_date: ISO of any precision, '' for not known. value: the id of a department or group, else the text.
-- place: where from, where to. gone_by: the batch that took it out; null in the trash of the user.
CREATE TABLE member_fact (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('joined', 'rejoined', 'transferredIn', 'transferredOut', 'retired', 'left', 'expelled',
    'died', 'department', 'group', 'jobTitle', 'position', 'contractType')),
  on_date TEXT NOT NULL,
  value TEXT,
  place TEXT,
  decision_no TEXT,
  decision_date TEXT,
  reason TEXT,
  batch_id INTEGER REFERENCES member_fact_batch (id),
  gone_by INTEGER REFERENCES member_fact_batch (id),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX member_fact_order ON member_fact (member_id, kind, on_date, id, deleted_at);
CREATE INDEX member_fact_day ON member_fact (on_date, kind, member_id) WHERE deleted_at IS NULL;
CREATE INDEX member_fact_of_batch ON member_fact (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX member_fact_gone ON member_fact (gone_by) WHERE gone_by IS NOT NULL;
CREATE INDEX member_fact_trash ON member_fact (deleted_at) WHERE deleted_at IS NOT NULL;

-- The day up to which facts that lay ahead have been taken over into the register.
CREATE TABLE member_followed (id INTEGER PRIMARY KEY CHECK (id = 1), day TEXT NOT NULL) STRICT;

-- What held of a member from a day (included) to a day (not included; null: still). One row for each stretch in which
-- nothing dated changed; none before the person came. Made by the triggers below from the facts, and where a kind of
-- fact has none, from the record.
CREATE TABLE member_state (
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  from_date TEXT NOT NULL,
  to_date TEXT,
  status TEXT NOT NULL,
  department_id INTEGER,
  group_id INTEGER,
  job_title TEXT,
  position TEXT,
  contract_type TEXT,
  PRIMARY KEY (member_id, from_date)
) STRICT, WITHOUT ROWID;

-- Who is in the trash, found without reading the register.
CREATE INDEX member_gone ON member (id) WHERE deleted_at IS NOT NULL;

CREATE VIEW member_period (member_id, kind, value, from_date, to_date) AS
  SELECT member_id, 'membership', status, from_date, to_date FROM member_state
  UNION ALL SELECT member_id, 'department', department_id, from_date, to_date FROM member_state
  UNION ALL SELECT member_id, 'group', group_id, from_date, to_date FROM member_state
  UNION ALL SELECT member_id, 'jobTitle', job_title, from_date, to_date FROM member_state
  UNION ALL SELECT member_id, 'position', position, from_date, to_date FROM member_state
  UNION ALL SELECT member_id, 'contractType', contract_type, from_date, to_date FROM member_state;

-- From when the joining date counts here: never for somebody who had joined elsewhere before being transferred in.
-- first_day: of the first fact of membership. told: facts, not the record, say whether the member is active.
CREATE VIEW member_entry (member_id, day, first_day, told) AS
  SELECT m.id, CASE WHEN first.kind = 'transferredIn' AND first.on_date >= coalesce(m.union_join_date, '') THEN NULL
      ELSE coalesce(m.union_join_date, '') END, first.on_date,
    EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id
      AND f.kind IN ('rejoined', 'transferredIn', 'transferredOut', 'retired', 'left', 'expelled', 'died'))
  FROM member m LEFT JOIN member_fact first ON first.id = (
    SELECT f.id FROM member_fact f
    WHERE f.member_id = m.id AND f.deleted_at IS NULL
      AND f.kind IN ('rejoined', 'transferredIn', 'transferredOut', 'retired', 'left', 'expelled', 'died')
    ORDER BY f.on_date, f.id LIMIT 1);

-- INSERT INTO member_rebuild (member_id) makes the stretches of a member anew.
CREATE VIEW member_rebuild AS SELECT id AS member_id FROM member;
CREATE TRIGGER member_rebuild_now INSTEAD OF INSERT ON member_rebuild BEGIN
  DELETE FROM member_state WHERE member_id = NEW.member_id;
  INSERT INTO member_state (member_id, from_date, to_date, status, department_id, group_id, job_title, position, contract_type)
  SELECT NEW.member_id, stretch.day, lead(stretch.day) OVER (ORDER BY stretch.day), stretch.status, stretch.department_id,
    stretch.group_id, stretch.job_title, stretch.position, stretch.contract_type
  FROM (
    SELECT p.day AS day,
      coalesce(
        (SELECT CASE f.kind WHEN 'transferredOut' THEN 'transferred' WHEN 'retired' THEN 'retired' WHEN 'left' THEN 'left'
            WHEN 'expelled' THEN 'expelled' WHEN 'died' THEN 'died' ELSE 'active' END
         FROM member_fact f
         WHERE f.member_id = m.id AND f.deleted_at IS NULL AND f.on_date <= p.day
           AND f.kind IN ('rejoined', 'transferredIn', 'transferredOut', 'retired', 'left', 'expelled', 'died')
           AND (e.day IS NULL OR f.on_date >= e.day OR p.day < e.day)
         ORDER BY f.on_date DESC, f.id DESC LIMIT 1),
        CASE WHEN e.day <= p.day THEN iif(e.told, 'active', m.status) END) AS status,
      CASE WHEN EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'department' AND f.deleted_at IS NULL)
        THEN (SELECT CAST(f.value AS INTEGER) FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'department'
          AND f.deleted_at IS NULL AND f.on_date <= p.day ORDER BY f.on_date DESC, f.id DESC LIMIT 1)
        ELSE m.department_id END AS department_id,
      CASE WHEN EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'group' AND f.deleted_at IS NULL)
        THEN (SELECT CAST(f.value AS INTEGER) FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'group'
          AND f.deleted_at IS NULL AND f.on_date <= p.day ORDER BY f.on_date DESC, f.id DESC LIMIT 1)
        ELSE m.group_id END AS group_id,
      CASE WHEN EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'jobTitle' AND f.deleted_at IS NULL)
        THEN (SELECT f.value FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'jobTitle'
          AND f.deleted_at IS NULL AND f.on_date <= p.day ORDER BY f.on_date DESC, f.id DESC LIMIT 1)
        ELSE m.job_title END AS job_title,
      CASE WHEN EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'position' AND f.deleted_at IS NULL)
        THEN (SELECT f.value FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'position'
          AND f.deleted_at IS NULL AND f.on_date <= p.day ORDER BY f.on_date DESC, f.id DESC LIMIT 1)
        ELSE m.position END AS position,
      CASE WHEN EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'contractType' AND f.deleted_at IS NULL)
        THEN (SELECT f.value FROM member_fact f WHERE f.member_id = m.id AND f.kind = 'contractType'
          AND f.deleted_at IS NULL AND f.on_date <= p.day ORDER BY f.on_date DESC, f.id DESC LIMIT 1)
        ELSE m.contract_type END AS contract_type
    FROM member m JOIN member_entry e ON e.member_id = m.id
    JOIN (
      SELECT f.on_date AS day FROM member_fact f
      WHERE f.member_id = NEW.member_id AND f.deleted_at IS NULL AND f.kind <> 'joined'
      UNION SELECT day FROM member_entry WHERE member_id = NEW.member_id AND day IS NOT NULL
    ) p
    WHERE m.id = NEW.member_id AND p.day >= min(coalesce(e.day, '~'), coalesce(e.first_day, '~'))
  ) stretch;
END;

-- What the older table tells: a member who is active without a date had any leaving taken back.
INSERT INTO member_fact (member_id, kind, on_date, reason, created_at, updated_at)
SELECT v.member_id, CASE v.to_value WHEN 'active' THEN 'rejoined' WHEN 'transferred' THEN 'transferredOut' ELSE v.to_value END,
  v.on_date, v.reason, v.created_at, v.created_at
FROM member_movement v JOIN member m ON m.id = v.member_id
WHERE v.kind = 'status' AND v.to_value IN ('active', 'transferred', 'retired', 'left', 'expelled', 'died')
  AND NOT (m.status = 'active' AND m.status_date IS NULL)
ORDER BY v.id;
INSERT INTO member_fact (member_id, kind, on_date, created_at, updated_at)
SELECT m.id, CASE m.status WHEN 'transferred' THEN 'transferredOut' ELSE m.status END, coalesce(m.status_date, ''), m.updated_at,
  m.updated_at
FROM member m
WHERE m.status <> 'active' AND NOT EXISTS (SELECT 1 FROM member_fact f WHERE f.member_id = m.id);
INSERT INTO member_fact (member_id, kind, on_date, value, created_at, updated_at)
SELECT v.member_id, v.kind, v.on_date, (SELECT o.id FROM org_unit o WHERE o.kind = v.kind AND (o.name = v.to_value
    OR EXISTS (SELECT 1 FROM org_unit_name n WHERE n.org_unit_id = o.id AND n.name = v.to_value))
    ORDER BY o.name = v.to_value DESC, o.deleted_at IS NOT NULL, o.id LIMIT 1), v.created_at, v.created_at
FROM member_movement v WHERE v.kind IN ('department', 'group') ORDER BY v.id;
-- Where the person was before the first move.
INSERT INTO member_fact (member_id, kind, on_date, value, created_at, updated_at)
SELECT v.member_id, v.kind, '', (SELECT o.id FROM org_unit o WHERE o.kind = v.kind AND (o.name = v.from_value
    OR EXISTS (SELECT 1 FROM org_unit_name n WHERE n.org_unit_id = o.id AND n.name = v.from_value))
    ORDER BY o.name = v.from_value DESC, o.deleted_at IS NOT NULL, o.id LIMIT 1), v.created_at, v.created_at
FROM member_movement v
WHERE v.kind IN ('department', 'group') AND v.from_value IS NOT NULL AND v.id = (
  SELECT w.id FROM member_movement w WHERE w.member_id = v.member_id AND w.kind = v.kind ORDER BY w.on_date, w.id LIMIT 1);
-- The register has the last word on where somebody is.
INSERT INTO member_fact (member_id, kind, on_date, value, created_at, updated_at)
SELECT f.member_id, f.kind, max(f.on_date), iif(f.kind = 'department', m.department_id, m.group_id), m.updated_at, m.updated_at
FROM member_fact f JOIN member m ON m.id = f.member_id
WHERE f.kind IN ('department', 'group')
GROUP BY f.member_id, f.kind
HAVING (SELECT g.value FROM member_fact g WHERE g.member_id = f.member_id AND g.kind = f.kind
  ORDER BY g.on_date DESC, g.id DESC LIMIT 1) IS NOT CAST(iif(f.kind = 'department', m.department_id, m.group_id) AS TEXT);
INSERT INTO member_rebuild (member_id) SELECT id FROM member;

CREATE TRIGGER member_state_start AFTER INSERT ON member BEGIN
  INSERT INTO member_state (member_id, from_date, status, department_id, group_id, job_title, position, contract_type)
  VALUES (NEW.id, coalesce(NEW.union_join_date, ''), NEW.status, NEW.department_id, NEW.group_id, NEW.job_title, NEW.position,
    NEW.contract_type);
END;
CREATE TRIGGER member_state_record AFTER UPDATE OF union_join_date, status, department_id, group_id, job_title, position, contract_type
ON member WHEN OLD.union_join_date IS NOT NEW.union_join_date OR OLD.status <> NEW.status
  OR OLD.department_id IS NOT NEW.department_id OR OLD.group_id IS NOT NEW.group_id OR OLD.job_title IS NOT NEW.job_title
  OR OLD.position IS NOT NEW.position OR OLD.contract_type IS NOT NEW.contract_type
BEGIN
  INSERT INTO member_rebuild (member_id) VALUES (NEW.id);
END;
CREATE TRIGGER member_state_fact_new AFTER INSERT ON member_fact BEGIN
  INSERT INTO member_rebuild (member_id) VALUES (NEW.member_id);
END;
CREATE TRIGGER member_state_fact_changed AFTER UPDATE OF member_id, kind, on_date, value, deleted_at ON member_fact BEGIN
  INSERT INTO member_rebuild (member_id) SELECT OLD.member_id WHERE OLD.member_id <> NEW.member_id;
  INSERT INTO member_rebuild (member_id) VALUES (NEW.member_id);
END;
CREATE TRIGGER member_state_fact_gone AFTER DELETE ON member_fact
WHEN EXISTS (SELECT 1 FROM member WHERE id = OLD.member_id) BEGIN
  INSERT INTO member_rebuild (member_id) VALUES (OLD.member_id);
END;

-- side: who disciplined. effect_until: last day the discipline counts; null when it is not known.
CREATE TABLE member_discipline (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  side TEXT NOT NULL CHECK (side IN ('union', 'employer', 'party')),
  form TEXT NOT NULL CHECK (form IN ('reprimand', 'warning', 'payCut', 'demotion', 'dismissal', 'termination', 'expulsion', 'other')),
  on_date TEXT NOT NULL,
  effect_until TEXT,
  decision_no TEXT,
  decision_date TEXT,
  reason TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX member_discipline_member ON member_discipline (member_id, on_date);
CREATE INDEX member_discipline_day ON member_discipline (on_date) WHERE deleted_at IS NULL;

-- Whole days, both included; to_date null: still away. days: working days as typed; null: counted Monday to Friday.
CREATE TABLE member_absence (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('sick', 'maternity', 'unpaid', 'study', 'other')),
  from_date TEXT NOT NULL,
  to_date TEXT,
  days INTEGER CHECK (days >= 0),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX member_absence_member ON member_absence (member_id, from_date);
CREATE INDEX member_absence_day ON member_absence (from_date) WHERE deleted_at IS NULL;
