-- Events (hoạt động), the list each was recorded against, and who of it took part.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  search_key TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('onsite', 'online', 'both')),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  starts_at TEXT,
  ends_at TEXT,
  -- first and last day starts_on may mean
  first_day TEXT NOT NULL CHECK (length(first_day) = 10),
  last_day TEXT NOT NULL CHECK (length(last_day) = 10),
  place TEXT,
  organiser_level TEXT,
  organiser_name TEXT,
  audience TEXT NOT NULL CHECK (audience IN ('members', 'women', 'officers', 'invited')),
  sequence INTEGER CHECK (sequence > 0),
  sessions INTEGER CHECK (sessions > 0),
  content TEXT,
  result TEXT,
  documents TEXT,
  -- a figure without names; where given it is the event's figure
  count_value INTEGER CHECK (count_value >= 0),
  count_unit TEXT CHECK (count_unit IN ('member', 'person', 'turn')),
  count_flag TEXT NOT NULL DEFAULT 'exact' CHECK (count_flag IN ('exact', 'atLeast', 'almost', 'about')),
  denominator INTEGER CHECK (denominator > 0),
  denominator_on TEXT,
  -- the frozen list in force; the three figures below are kept in step with it
  list_id INTEGER REFERENCES event_list (id),
  eligible_count INTEGER,
  present_count INTEGER,
  present_eligible INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((count_value IS NULL) = (count_unit IS NULL)),
  CHECK (denominator IS NULL OR (denominator_on IS NOT NULL AND count_unit = 'member' AND count_value <= denominator))
) STRICT;
CREATE INDEX event_day ON event (first_day, id);
CREATE INDEX event_kind ON event (kind, first_day);

-- A list taken once on a day; who joins or leaves later does not change it.
CREATE TABLE event_list (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id),
  taken_on TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX event_list_event ON event_list (event_id);

-- Departments of a list under the names of that day; mode is null until recorded. department_id 0: none.
CREATE TABLE event_department (
  list_id INTEGER NOT NULL REFERENCES event_list (id),
  department_id INTEGER NOT NULL,
  name TEXT,
  name_key TEXT NOT NULL,
  mode TEXT CHECK (mode IN ('all', 'except', 'only', 'none')),
  PRIMARY KEY (list_id, department_id)
) STRICT, WITHOUT ROWID;

-- eligible 0: took part without being on the list. came is null until recorded.
CREATE TABLE event_eligible (
  list_id INTEGER NOT NULL REFERENCES event_list (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  department_id INTEGER NOT NULL,
  eligible INTEGER NOT NULL CHECK (eligible IN (0, 1)),
  came INTEGER CHECK (came IN (0, 1)),
  reason TEXT,
  PRIMARY KEY (list_id, member_id),
  FOREIGN KEY (list_id, department_id) REFERENCES event_department (list_id, department_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_eligible_member ON event_eligible (member_id, came);
CREATE INDEX event_eligible_department ON event_eligible (list_id, department_id, came);

CREATE VIEW event_live AS SELECT * FROM event WHERE deleted_at IS NULL;
