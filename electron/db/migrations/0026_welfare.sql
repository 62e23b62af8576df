-- Gift campaigns and their recipients.

-- A campaign (đợt quà, đợt chăm lo): a list of people, or only a count with its source, which no exact figure adds.
CREATE TABLE welfare_campaign (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  search_key TEXT NOT NULL,
  -- code of a built-in occasion, or 'own:ID' of the unit's own
  occasion TEXT,
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  ends_on TEXT CHECK (ends_on IS NULL OR (length(ends_on) = 10 AND ends_on >= on_date)),
  place TEXT,
  budget INTEGER CHECK (budget >= 0),
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'listed', 'given', 'settled')),
  kind TEXT NOT NULL DEFAULT 'list' CHECK (kind IN ('list', 'count')),
  count_value INTEGER CHECK (count_value >= 0),
  count_flag TEXT CHECK (count_flag IN ('exact', 'atLeast', 'almost', 'about')),
  -- "hàng trăm": what the source said where it gave no number
  count_wording TEXT,
  count_amount INTEGER CHECK (count_amount >= 0),
  count_source TEXT,
  household_once INTEGER NOT NULL DEFAULT 1 CHECK (household_once IN (0, 1)),
  programme TEXT,
  decision TEXT,
  preparer TEXT,
  treasurer TEXT,
  orientation TEXT NOT NULL DEFAULT 'portrait' CHECK (orientation IN ('portrait', 'landscape')),
  grouped INTEGER NOT NULL DEFAULT 0 CHECK (grouped IN (0, 1)),
  -- the filters people were chosen with, as JSON
  chosen TEXT NOT NULL DEFAULT '[]',
  -- why there is no voucher
  exception TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((kind = 'count') = (count_source IS NOT NULL)),
  CHECK (kind = 'list' OR count_value IS NOT NULL OR count_wording IS NOT NULL)
) STRICT;
CREATE INDEX welfare_campaign_year ON welfare_campaign (year, on_date);
CREATE INDEX welfare_campaign_occasion ON welfare_campaign (occasion, year) WHERE occasion IS NOT NULL;
CREATE VIEW welfare_campaign_live AS SELECT * FROM welfare_campaign WHERE deleted_at IS NULL;

-- What one of a category is given.
CREATE TABLE welfare_value (
  campaign_id INTEGER NOT NULL REFERENCES welfare_campaign (id) ON DELETE CASCADE,
  category TEXT NOT NULL CHECK (category <> ''),
  cash INTEGER NOT NULL DEFAULT 0 CHECK (cash >= 0),
  kind_text TEXT,
  kind_value INTEGER NOT NULL DEFAULT 0 CHECK (kind_value >= 0),
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE welfare_source (
  campaign_id INTEGER NOT NULL REFERENCES welfare_campaign (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('own', 'above', 'employer', 'sponsor')),
  name TEXT,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (campaign_id, ordinal)
) STRICT, WITHOUT ROWID;

-- A line of the list: who, as on the day of the campaign, what, and whether it was received.
CREATE TABLE welfare_recipient (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES welfare_campaign (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id),
  child_id INTEGER REFERENCES child (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  birth_year TEXT,
  -- the department of the person that day, and its name then
  department_id INTEGER REFERENCES org_unit (id),
  department_name TEXT,
  address TEXT,
  relation TEXT,
  category TEXT NOT NULL CHECK (category <> ''),
  cash INTEGER NOT NULL DEFAULT 0 CHECK (cash >= 0),
  kind_text TEXT,
  kind_value INTEGER NOT NULL DEFAULT 0 CHECK (kind_value >= 0),
  note TEXT,
  received_on TEXT,
  received_by TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT,
  person TEXT GENERATED ALWAYS AS (CASE WHEN member_id IS NOT NULL THEN 'm' || member_id
    WHEN child_id IS NOT NULL THEN 'c' || child_id WHEN org_unit_id IS NOT NULL THEN 'u' || org_unit_id
    ELSE 'n' || name_key || '/' || coalesce(birth_year, '') END) VIRTUAL,
  CHECK ((member_id IS NOT NULL) + (child_id IS NOT NULL) + (org_unit_id IS NOT NULL) <= 1),
  CHECK (received_on IS NOT NULL OR received_by IS NULL)
) STRICT;
CREATE INDEX welfare_recipient_list ON welfare_recipient (campaign_id, ordinal);
CREATE INDEX welfare_recipient_member ON welfare_recipient (member_id) WHERE member_id IS NOT NULL;
CREATE VIEW welfare_line AS SELECT r.* FROM welfare_recipient r
  JOIN welfare_campaign c ON c.id = r.campaign_id WHERE r.deleted_at IS NULL AND c.deleted_at IS NULL;

-- A warning that stands with a reason.
CREATE TABLE welfare_override (
  campaign_id INTEGER NOT NULL REFERENCES welfare_campaign (id) ON DELETE CASCADE,
  warning TEXT NOT NULL CHECK (warning <> ''),
  reason TEXT NOT NULL CHECK (reason <> ''),
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (campaign_id, warning)
) STRICT, WITHOUT ROWID;
