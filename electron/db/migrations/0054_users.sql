-- Who uses the program: optional. Without a row in use, the officer at the PC has the rights of the chair.
CREATE TABLE app_user (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (name <> ''),
  -- folded, so that two names that sound alike are told apart
  name_key TEXT NOT NULL CHECK (name_key <> ''),
  role TEXT NOT NULL CHECK (role IN ('chair', 'inspector', 'treasurer', 'clerk', 'viewer')),
  member_id INTEGER REFERENCES member (id),
  -- scrypt$N$r$p$salt$hash: parameters beside the hash, so that they can be raised later
  secret TEXT NOT NULL CHECK (secret LIKE 'scrypt$%'),
  -- wrong passwords in a row, and until when no further one is looked at
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  wait_until TEXT,
  last_login_at TEXT,
  disabled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX app_user_name ON app_user (name_key) WHERE disabled_at IS NULL;
CREATE INDEX app_user_member ON app_user (member_id);

-- One row: when the screen locks itself, and the code that lets the chair in once.
CREATE TABLE app_access (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  lock_minutes INTEGER NOT NULL DEFAULT 10 CHECK (lock_minutes BETWEEN 1 AND 240),
  recovery_secret TEXT CHECK (recovery_secret LIKE 'scrypt$%'),
  recovery_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  wait_until TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((recovery_secret IS NULL) = (recovery_at IS NULL))
) STRICT;
INSERT INTO app_access (id) VALUES (1);
