-- Figures that an office types because no record tells them, each with its source; and what changed in how figures are counted.
CREATE TABLE manual_figure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  -- id of the catalogue of indicators
  indicator TEXT NOT NULL CHECK (indicator <> ''),
  -- both included; one day for a figure that stands on a day
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  to_date TEXT NOT NULL CHECK (length(to_date) = 10 AND to_date >= from_date),
  -- in the unit of the indicator; a percentage with up to two decimals
  value REAL CHECK (value >= 0),
  -- a percentage's fraction, where it is known
  part INTEGER CHECK (part >= 0),
  whole INTEGER CHECK (whole > 0),
  flag TEXT NOT NULL DEFAULT 'exact' CHECK (flag IN ('exact', 'atLeast', 'almost', 'about')),
  -- "hàng trăm": what the source said where it gave no number
  wording TEXT CHECK (wording <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  -- stands instead of what the records give
  instead INTEGER NOT NULL DEFAULT 0 CHECK (instead IN (0, 1)),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((value IS NULL) = (wording IS NOT NULL)),
  CHECK ((part IS NULL) = (whole IS NULL) AND part <= whole)
) STRICT;
CREATE INDEX manual_figure_indicator ON manual_figure (indicator, from_date);

-- From valid_from on, a figure (or, without one, every figure) is counted otherwise; years before and after are compared with this in mind.
CREATE TABLE indicator_change (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  indicator TEXT CHECK (indicator <> ''),
  valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
  what TEXT NOT NULL CHECK (what <> ''),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX indicator_change_day ON indicator_change (valid_from);
