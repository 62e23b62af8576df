-- The dated tree of the organisation: what each part was called, where it stood and whether it was open from which
-- day; the changes that made it so; and the yearly class of each part.

-- A union section (công đoàn bộ phận) stands between the unit and its groups.
DROP VIEW org_unit_live;
CREATE TABLE org_unit_new (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('department', 'group', 'section')),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  short_name TEXT,
  department_id INTEGER REFERENCES org_unit (id),
  leader_name TEXT,
  opened_on TEXT,
  closed_on TEXT,
  import_id INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
INSERT INTO org_unit_new
  SELECT id, uid, unit_id, kind, name, name_key, short_name, department_id, leader_name, opened_on, closed_on, import_id,
    version, created_at, deleted_at
  FROM org_unit;
DROP TABLE org_unit;
ALTER TABLE org_unit_new RENAME TO org_unit;
CREATE INDEX org_unit_by_name ON org_unit (unit_id, kind, name_key);
CREATE VIEW org_unit_live AS
  SELECT * FROM org_unit
  WHERE deleted_at IS NULL AND (import_id IS NULL OR import_id NOT IN (SELECT import_id FROM import_hidden));

-- One change with its day and decision; undone_at when it was taken back.
CREATE TABLE org_change (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('open', 'rename', 'move', 'merge', 'split', 'close')),
  on_date TEXT NOT NULL,
  decision_no TEXT,
  decision_date TEXT,
  note TEXT,
  -- What was asked, and what came of it: names as they were, people moved.
  input_json TEXT NOT NULL CHECK (json_valid(input_json)),
  effect_json TEXT NOT NULL CHECK (json_valid(effect_json)),
  move_batch INTEGER,
  created_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
CREATE INDEX org_change_order ON org_change (on_date, id);

CREATE TABLE org_change_unit (
  change_id INTEGER NOT NULL REFERENCES org_change (id),
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  role TEXT NOT NULL CHECK (role IN ('subject', 'target', 'created', 'child')),
  PRIMARY KEY (change_id, org_unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX org_change_of_unit ON org_change_unit (org_unit_id, change_id);

-- What holds from a day on ('' for ever so long). The columns of org_unit are what holds today.
CREATE TABLE org_unit_fact (
  id INTEGER PRIMARY KEY,
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('open', 'close', 'name', 'parent', 'department')),
  from_date TEXT NOT NULL,
  name TEXT,
  short_name TEXT,
  ref_id INTEGER REFERENCES org_unit (id),
  change_id INTEGER REFERENCES org_change (id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX org_unit_fact_order ON org_unit_fact (org_unit_id, kind, from_date, id);
CREATE INDEX org_unit_fact_change ON org_unit_fact (change_id) WHERE change_id IS NOT NULL;

INSERT INTO org_unit_fact (org_unit_id, kind, from_date, created_at)
  SELECT id, 'open', coalesce(opened_on, ''), created_at FROM org_unit;
INSERT INTO org_unit_fact (org_unit_id, kind, from_date, created_at)
  SELECT id, 'close', closed_on, created_at FROM org_unit WHERE closed_on IS NOT NULL;
-- A former name held until the day of the next one.
INSERT INTO org_unit_fact (org_unit_id, kind, from_date, name, created_at)
  SELECT n.org_unit_id, 'name',
    coalesce(lag(n.valid_until) OVER (PARTITION BY n.org_unit_id ORDER BY n.valid_until, n.id), ''), n.name, o.created_at
  FROM org_unit_name n JOIN org_unit o ON o.id = n.org_unit_id
  ORDER BY n.org_unit_id, n.valid_until, n.id;
INSERT INTO org_unit_fact (org_unit_id, kind, from_date, name, short_name, created_at)
  SELECT o.id, 'name', coalesce((SELECT max(n.valid_until) FROM org_unit_name n WHERE n.org_unit_id = o.id), ''),
    o.name, o.short_name, o.created_at
  FROM org_unit o;
INSERT INTO org_unit_fact (org_unit_id, kind, from_date, ref_id, created_at)
  SELECT id, 'department', '', department_id, created_at FROM org_unit WHERE department_id IS NOT NULL;

-- A part that is added begins with the facts it is added with.
CREATE TRIGGER org_unit_begins AFTER INSERT ON org_unit BEGIN
  INSERT INTO org_unit_fact (org_unit_id, kind, from_date, name, short_name, ref_id, created_at)
    SELECT NEW.id, 'open', coalesce(NEW.opened_on, ''), NULL, NULL, NULL, NEW.created_at
    UNION ALL SELECT NEW.id, 'name', '', NEW.name, NEW.short_name, NULL, NEW.created_at
    UNION ALL SELECT NEW.id, 'department', '', NULL, NULL, NEW.department_id, NEW.created_at
      WHERE NEW.department_id IS NOT NULL;
END;

-- Facts in force: those of a change that was taken back are kept, and read as if they were not there.
CREATE VIEW org_unit_fact_live AS
  SELECT * FROM org_unit_fact
  WHERE change_id IS NULL OR change_id NOT IN (SELECT id FROM org_change WHERE undone_at IS NOT NULL);

-- Former names with the day the next one began, read from the facts.
DROP TABLE org_unit_name;
CREATE VIEW org_unit_name AS
  SELECT id, org_unit_id, name, valid_until FROM (
    SELECT id, org_unit_id, name, lead(from_date) OVER (PARTITION BY org_unit_id ORDER BY from_date, id) AS valid_until
    FROM org_unit_fact_live WHERE kind = 'name'
  ) WHERE valid_until IS NOT NULL;

-- Yearly class (xếp loại) of a section or group; of the whole unit when org_unit_id is null.
CREATE TABLE org_unit_class (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  year INTEGER NOT NULL,
  class TEXT NOT NULL CHECK (class IN ('excellent', 'good', 'done', 'failed')),
  decision_no TEXT,
  decision_date TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX org_unit_class_year ON org_unit_class (coalesce(org_unit_id, 0), year) WHERE deleted_at IS NULL;
