-- Dues by dated rates, fund drives, donors, and money given for one purpose.

-- valid_from: first month it counts for; in force until the next one. points: hundredths of a percent of the base.
-- ceiling: the most a month can be. partial: what is due of a month the person did not pay the whole of.
CREATE TABLE dues_rate (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('percent', 'fixed')),
  points INTEGER CHECK (points BETWEEN 1 AND 10000),
  amount INTEGER CHECK (amount > 0),
  ceiling INTEGER CHECK (ceiling > 0),
  partial TEXT NOT NULL DEFAULT 'days' CHECK (partial IN ('days', 'whole', 'none')),
  valid_from TEXT NOT NULL CHECK (length(valid_from) = 7),
  source TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT,
  CHECK ((kind = 'percent') = (points IS NOT NULL)),
  CHECK ((kind = 'fixed') = (amount IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX dues_rate_from ON dues_rate (valid_from) WHERE deleted_at IS NULL;
INSERT INTO dues_rate (kind, points, valid_from, source)
  VALUES ('percent', 100, '2017-01', 'QĐ 1908/QĐ-TLĐ năm 2016; đối chiếu với hướng dẫn năm nay');

-- The month the dues are kept from here; without a row, the first month anything was collected for.
CREATE TABLE dues_start (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  month TEXT NOT NULL CHECK (length(month) = 7)
) STRICT;

-- The pay a member's dues are counted from, from a month on.
CREATE TABLE dues_base (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  from_month TEXT NOT NULL CHECK (length(from_month) = 7),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  UNIQUE (member_id, from_month)
) STRICT;

-- What is due of one person for one month whatever the rate says, with the reason.
CREATE TABLE dues_override (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  month TEXT NOT NULL CHECK (length(month) = 7),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  reason TEXT NOT NULL CHECK (reason <> ''),
  UNIQUE (member_id, month)
) STRICT;

-- One time money was handed in: by people, or one sum for a department. It counts while its voucher does.
CREATE TABLE dues_collection (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  voucher_id INTEGER REFERENCES fund_voucher (id),
  payer TEXT,
  note TEXT,
  corrects_id INTEGER REFERENCES dues_collection (id),
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX dues_collection_day ON dues_collection (on_date, id);
CREATE INDEX dues_collection_voucher ON dues_collection (voucher_id);

-- department_id: one sum of a department for `people` people. Corrections are lines below nothing.
CREATE TABLE dues_line (
  id INTEGER PRIMARY KEY,
  collection_id INTEGER NOT NULL REFERENCES dues_collection (id),
  month TEXT NOT NULL CHECK (length(month) = 7),
  member_id INTEGER REFERENCES member (id),
  department_id INTEGER REFERENCES org_unit (id),
  people INTEGER,
  amount INTEGER NOT NULL,
  CHECK ((member_id IS NULL) <> (department_id IS NULL)),
  CHECK ((people IS NULL) = (department_id IS NULL))
) STRICT;
CREATE INDEX dues_line_collection ON dues_line (collection_id);
CREATE INDEX dues_line_month ON dues_line (month, member_id, department_id);
CREATE INDEX dues_line_member ON dues_line (member_id) WHERE member_id IS NOT NULL;
CREATE VIEW dues_entry AS
  SELECT l.*, c.on_date, c.voucher_id FROM dues_line l
  JOIN dues_collection c ON c.id = l.collection_id AND c.deleted_at IS NULL
  JOIN fund_voucher v ON v.id = c.voucher_id AND v.deleted_at IS NULL AND v.status = 'numbered';

-- A drive (cuộc vận động): members on the cut-off day are asked.
CREATE TABLE drive (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  launched_by TEXT,
  launched_on TEXT NOT NULL CHECK (length(launched_on) = 10),
  cut_off TEXT NOT NULL CHECK (length(cut_off) = 10),
  deadline TEXT CHECK (length(deadline) = 10),
  target_kind TEXT NOT NULL DEFAULT 'none' CHECK (target_kind IN ('none', 'person', 'total')),
  target_amount INTEGER CHECK (target_amount > 0),
  target_text TEXT,
  fund_id INTEGER REFERENCES fund (id),
  earmark_id INTEGER REFERENCES earmark (id),
  purpose TEXT,
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE VIEW drive_live AS SELECT * FROM drive WHERE deleted_at IS NULL;

-- Of a member, of a department for `people` people, or of somebody outside. voucher_id: in the cash book.
CREATE TABLE drive_gift (
  id INTEGER PRIMARY KEY,
  drive_id INTEGER NOT NULL REFERENCES drive (id),
  member_id INTEGER REFERENCES member (id),
  department_id INTEGER REFERENCES org_unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  people INTEGER CHECK (people > 0),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  voucher_id INTEGER REFERENCES fund_voucher (id),
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (member_id IS NULL OR department_id IS NULL),
  CHECK (people IS NULL OR department_id IS NOT NULL)
) STRICT;
CREATE INDEX drive_gift_drive ON drive_gift (drive_id, on_date);
CREATE INDEX drive_gift_member ON drive_gift (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX drive_gift_voucher ON drive_gift (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE VIEW drive_gift_live AS SELECT g.* FROM drive_gift g
  JOIN drive d ON d.id = g.drive_id AND d.deleted_at IS NULL WHERE g.deleted_at IS NULL;

-- Who gives (nhà tài trợ, mạnh thường quân). anonymous: not to be named on papers.
CREATE TABLE donor (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('organisation', 'person')),
  name TEXT NOT NULL CHECK (name <> ''),
  anonymous INTEGER NOT NULL DEFAULT 0 CHECK (anonymous IN (0, 1)),
  -- "Quý Công ty", "Ông"
  address_form TEXT,
  contact TEXT,
  phone TEXT,
  email TEXT,
  address TEXT,
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE VIEW donor_live AS SELECT * FROM donor WHERE deleted_at IS NULL;

-- Money that may be used for one thing only.
CREATE TABLE earmark (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  purpose TEXT,
  beneficiary TEXT,
  fund_id INTEGER REFERENCES fund (id),
  closed_on TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE VIEW earmark_live AS SELECT * FROM earmark WHERE deleted_at IS NULL;

-- amount: money, or what a thing is said to be worth; null: not said.
CREATE TABLE donor_gift (
  id INTEGER PRIMARY KEY,
  donor_id INTEGER NOT NULL REFERENCES donor (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  kind TEXT NOT NULL CHECK (kind IN ('money', 'goods')),
  amount INTEGER CHECK (amount > 0),
  goods TEXT,
  -- "Nhân dịp Tết Bính Ngọ 2026", "Tết Sum vầy", what it was used for
  occasion TEXT,
  programme TEXT,
  used_for TEXT,
  earmark_id INTEGER REFERENCES earmark (id),
  voucher_id INTEGER REFERENCES fund_voucher (id),
  thanked_on TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (kind = 'goods' OR amount IS NOT NULL),
  CHECK ((kind = 'goods') = (goods IS NOT NULL))
) STRICT;
CREATE INDEX donor_gift_donor ON donor_gift (donor_id, on_date);
CREATE INDEX donor_gift_day ON donor_gift (on_date);
CREATE INDEX donor_gift_earmark ON donor_gift (earmark_id) WHERE earmark_id IS NOT NULL;
CREATE INDEX donor_gift_voucher ON donor_gift (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE VIEW donor_gift_live AS SELECT g.* FROM donor_gift g
  JOIN donor d ON d.id = g.donor_id AND d.deleted_at IS NULL WHERE g.deleted_at IS NULL;

-- Spending of an earmark: a payment of the cash book, or a record of another area that says what it was for.
CREATE TABLE earmark_use (
  id INTEGER PRIMARY KEY,
  earmark_id INTEGER NOT NULL REFERENCES earmark (id),
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  amount INTEGER NOT NULL CHECK (amount > 0),
  what TEXT NOT NULL CHECK (what <> ''),
  voucher_id INTEGER REFERENCES fund_voucher (id),
  source_entity TEXT,
  source_id INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((source_entity IS NULL) = (source_id IS NULL))
) STRICT;
CREATE INDEX earmark_use_earmark ON earmark_use (earmark_id, on_date);
CREATE INDEX earmark_use_voucher ON earmark_use (voucher_id) WHERE voucher_id IS NOT NULL;
CREATE INDEX earmark_use_source ON earmark_use (source_entity, source_id) WHERE source_id IS NOT NULL;

ALTER TABLE welfare_source ADD COLUMN earmark_id INTEGER REFERENCES earmark (id);

-- Every đồng that came into an earmark or went out of it.
CREATE VIEW earmark_entry AS
  SELECT earmark_id, 'gift' AS kind, id, on_date, amount FROM donor_gift_live
    WHERE earmark_id IS NOT NULL AND kind = 'money'
  UNION ALL SELECT d.earmark_id, 'drive', g.drive_id, g.on_date, g.amount FROM drive_gift_live g
    JOIN drive d ON d.id = g.drive_id WHERE d.earmark_id IS NOT NULL
  UNION ALL SELECT earmark_id, 'use', id, on_date, -amount FROM earmark_use u
    WHERE deleted_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM fund_voucher v WHERE v.id = u.voucher_id AND (v.status = 'cancelled' OR v.deleted_at IS NOT NULL))
  UNION ALL SELECT s.earmark_id, 'campaign', c.id, c.on_date, -s.amount FROM welfare_source s
    JOIN welfare_campaign_live c ON c.id = s.campaign_id WHERE s.earmark_id IS NOT NULL;

-- What was booked in a period that is closed stays, on every path.
CREATE VIEW voucher_closed AS SELECT v.id FROM fund_voucher v
  JOIN fund_closed k ON k.fund_id = v.fund_id AND v.on_date <= k.closed_to WHERE v.number IS NOT NULL;
CREATE TRIGGER dues_line_closed_new BEFORE INSERT ON dues_line
WHEN EXISTS (SELECT 1 FROM dues_collection c JOIN voucher_closed v ON v.id = c.voucher_id WHERE c.id = NEW.collection_id)
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;
CREATE TRIGGER dues_line_closed_change BEFORE UPDATE OF collection_id, month, department_id, people, amount ON dues_line
WHEN EXISTS (SELECT 1 FROM dues_collection c JOIN voucher_closed v ON v.id = c.voucher_id
  WHERE c.id IN (OLD.collection_id, NEW.collection_id))
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;
CREATE TRIGGER dues_line_closed_gone BEFORE DELETE ON dues_line
WHEN EXISTS (SELECT 1 FROM dues_collection c JOIN voucher_closed v ON v.id = c.voucher_id WHERE c.id = OLD.collection_id)
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;
CREATE TRIGGER dues_collection_closed BEFORE UPDATE OF on_date, voucher_id, deleted_at ON dues_collection
WHEN OLD.voucher_id IN (SELECT id FROM voucher_closed)
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;
CREATE TRIGGER drive_gift_closed BEFORE UPDATE OF drive_id, department_id, people, on_date, amount, voucher_id, deleted_at
ON drive_gift WHEN OLD.voucher_id IN (SELECT id FROM voucher_closed)
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;
CREATE TRIGGER donor_gift_closed BEFORE UPDATE OF donor_id, kind, on_date, amount, voucher_id, deleted_at
ON donor_gift WHEN OLD.voucher_id IN (SELECT id FROM voucher_closed)
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;
