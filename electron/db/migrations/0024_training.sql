-- Where a count without names was read, or what was said instead of a number; why a list was taken again.
ALTER TABLE event ADD COLUMN count_source TEXT;
ALTER TABLE event ADD COLUMN count_wording TEXT;
ALTER TABLE event_list ADD COLUMN reason TEXT;
UPDATE event SET count_source = 'chưa ghi nguồn' WHERE count_value IS NOT NULL;

-- What a course (tập huấn) or a communication session taught, and what its certificates say.
CREATE TABLE training (
  event_id INTEGER PRIMARY KEY REFERENCES event (id),
  type TEXT NOT NULL CHECK (type IN ('union_work', 'political_theory', 'law', 'ethics', 'skills', 'professional', 'other')),
  hour_unit TEXT NOT NULL DEFAULT 'period' CHECK (hour_unit IN ('period', 'hour')),
  -- the name certificates give the course; the event's name where there is none
  course_name TEXT,
  decision_no TEXT,
  follow_up TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  updated_at TEXT NOT NULL
) STRICT;

-- Who spoke, under the post held that day.
CREATE TABLE training_speaker (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES training (event_id),
  ordinal INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id),
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT,
  UNIQUE (event_id, ordinal)
) STRICT;
CREATE INDEX training_speaker_member ON training_speaker (member_id) WHERE member_id IS NOT NULL;

-- Topics (chuyên đề); hours in tenths, of the course's unit. speaker is the ordinal of a speaker.
CREATE TABLE training_topic (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES training (event_id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  tenths INTEGER CHECK (tenths > 0),
  material TEXT,
  speaker INTEGER,
  UNIQUE (event_id, ordinal)
) STRICT;

-- Certificates of attendance: a number once given stays with its person, also in the trash.
CREATE TABLE training_certificate (
  id INTEGER PRIMARY KEY,
  event_id INTEGER NOT NULL REFERENCES event (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  symbol TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  honorific TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT,
  result TEXT,
  printed_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (year, number)
) STRICT;
CREATE INDEX training_certificate_event ON training_certificate (event_id);
CREATE INDEX training_certificate_member ON training_certificate (member_id);
