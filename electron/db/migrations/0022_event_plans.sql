-- Templates and series of events, sessions, attendee groups with their people and guests, agenda and resolutions.
CREATE TABLE event_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- how "lần thứ …" is written, and whether the number begins again every year
  numbering TEXT NOT NULL CHECK (numbering IN ('roman', 'words', 'digits')),
  yearly INTEGER NOT NULL DEFAULT 0 CHECK (yearly IN (0, 1)),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- Which edition of a series an event is: "lần thứ II, 2023–2024".
CREATE TABLE event_edition (
  event_id INTEGER PRIMARY KEY REFERENCES event (id),
  series_id INTEGER NOT NULL REFERENCES event_series (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  year_from INTEGER NOT NULL,
  year_to INTEGER NOT NULL,
  CHECK (year_to >= year_from)
) STRICT;
CREATE INDEX event_edition_series ON event_edition (series_id, year_from, number);

-- What an event of a kind usually has: plan, groups, guests, agenda, without dates and figures.
CREATE TABLE event_template (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  body_json TEXT NOT NULL CHECK (json_valid(body_json)),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- One row for an event that was planned. figure: distinct people of its list, or turns over its sessions.
CREATE TABLE event_plan (
  event_id INTEGER PRIMARY KEY REFERENCES event (id),
  chair TEXT,
  secretary TEXT,
  figure TEXT NOT NULL DEFAULT 'people' CHECK (figure IN ('people', 'turns')),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Lines of the agenda and resolutions, in order.
CREATE TABLE event_item (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id),
  kind TEXT NOT NULL CHECK (kind IN ('agenda', 'resolution')),
  ordinal INTEGER NOT NULL,
  at TEXT,
  text TEXT NOT NULL CHECK (text <> ''),
  who TEXT,
  votes_for INTEGER CHECK (votes_for >= 0),
  votes_against INTEGER CHECK (votes_against >= 0),
  votes_other INTEGER CHECK (votes_other >= 0)
) STRICT;
CREATE INDEX event_item_event ON event_item (event_id, kind, ordinal);

CREATE TABLE event_session (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id),
  name TEXT NOT NULL CHECK (name <> ''),
  on_day TEXT NOT NULL CHECK (length(on_day) = 10),
  starts_at TEXT,
  ends_at TEXT,
  place TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX event_session_event ON event_session (event_id, on_day, starts_at);

-- A part of those who attend (thành phần). The quorum is a fraction of its people; strict: more than it.
CREATE TABLE event_group (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id),
  kind TEXT NOT NULL CHECK (kind IN ('executive', 'standing', 'inspection', 'women', 'chairs', 'vices', 'departments', 'guests', 'own')),
  name TEXT NOT NULL CHECK (name <> ''),
  ordinal INTEGER NOT NULL DEFAULT 1000,
  departments_json TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(departments_json)),
  quorum TEXT CHECK (quorum IN ('majority', 'twoThirds', 'own')),
  quorum_part INTEGER CHECK (quorum_part > 0),
  quorum_whole INTEGER CHECK (quorum_whole >= quorum_part),
  quorum_strict INTEGER NOT NULL DEFAULT 0 CHECK (quorum_strict IN (0, 1)),
  -- the day its people were taken on
  taken_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((quorum IS 'own') = (quorum_part IS NOT NULL AND quorum_whole IS NOT NULL))
) STRICT;
CREATE INDEX event_group_event ON event_group (event_id, ordinal);

-- People of a group as they were taken: members with the post of that day, or outsiders. ordinal: order of precedence.
CREATE TABLE event_attendee (
  id INTEGER PRIMARY KEY,
  group_id INTEGER NOT NULL REFERENCES event_group (id),
  ordinal INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id),
  name TEXT,
  honorific TEXT,
  title TEXT,
  organisation TEXT,
  invitation TEXT NOT NULL DEFAULT 'invited' CHECK (invitation IN ('planned', 'invited', 'confirmed', 'declined')),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT,
  CHECK ((member_id IS NULL) <> (name IS NULL))
) STRICT;
CREATE INDEX event_attendee_group ON event_attendee (group_id, ordinal);
CREATE INDEX event_attendee_member ON event_attendee (member_id) WHERE member_id IS NOT NULL;

-- Who came to a session; session 0 is the whole event, where only outsiders are kept: members stand on its list.
CREATE TABLE event_mark (
  session_id INTEGER NOT NULL,
  attendee_id INTEGER NOT NULL REFERENCES event_attendee (id),
  came INTEGER NOT NULL CHECK (came IN (0, 1)),
  reason TEXT,
  PRIMARY KEY (session_id, attendee_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_mark_attendee ON event_mark (attendee_id);
