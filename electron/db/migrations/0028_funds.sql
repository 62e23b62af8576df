-- Funds, vouchers, closed periods, budgets.
CREATE TABLE fund (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
  opening_cash INTEGER NOT NULL DEFAULT 0 CHECK (opening_cash >= 0),
  opening_bank INTEGER NOT NULL DEFAULT 0 CHECK (opening_bank >= 0),
  -- "Quyển số", and who signs its vouchers
  book_number TEXT,
  account_holder TEXT,
  accountant TEXT,
  preparer TEXT,
  treasurer TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE VIEW fund_live AS SELECT * FROM fund WHERE deleted_at IS NULL;

-- Kinds of income and spending (domain.md 7): the office's own dated data. internal: money that only changes its place.
CREATE TABLE fund_category (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  name_en TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT,
  source TEXT,
  ordinal INTEGER NOT NULL DEFAULT 1000,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX fund_category_code ON fund_category (code, coalesce(valid_from, '')) WHERE deleted_at IS NULL;

INSERT INTO fund_category (code, name, name_en, direction, internal, source, ordinal) VALUES
  ('T-DP', 'Đoàn phí công đoàn', 'Union dues', 'in', 0, 'QĐ 1908/QĐ-TLĐ năm 2016; đối chiếu với hướng dẫn năm nay', 10),
  ('T-KP', 'Kinh phí công đoàn được sử dụng', 'Union fee share kept by the unit', 'in', 0, 'Luật Công đoàn 2024; đối chiếu với hướng dẫn năm nay', 20),
  ('T-CT', 'Công đoàn cấp trên cấp, hỗ trợ', 'Support from the union above', 'in', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 30),
  ('T-CM', 'Chuyên môn hỗ trợ', 'Support from the employer', 'in', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 40),
  ('T-UH', 'Ủng hộ, đóng góp, tài trợ', 'Donations and sponsorship', 'in', 0, 'Đối chiếu với quy chế của đơn vị', 50),
  ('T-KH', 'Thu khác', 'Other income', 'in', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 60),
  ('T-NB', 'Rút tiền gửi về quỹ tiền mặt, chuyển quỹ đến', 'Withdrawal from the account, transfer from a fund', 'in', 1, NULL, 90),
  ('C-TH', 'Thăm hỏi, trợ cấp đoàn viên', 'Visits and help to members', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 110),
  ('C-QT', 'Tặng quà ngày lễ, Tết', 'Gifts on holidays and Tết', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 120),
  ('C-PT', 'Hoạt động phong trào, văn hóa, thể thao', 'Movements, culture and sport', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 130),
  ('C-TT', 'Tuyên truyền, tập huấn', 'Information and training', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 140),
  ('C-KT', 'Khen thưởng', 'Awards', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 150),
  ('C-PC', 'Lương, phụ cấp cán bộ công đoàn', 'Pay and allowances of union officers', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 160),
  ('C-HC', 'Quản lý hành chính', 'Administration', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 170),
  ('C-NT', 'Nộp công đoàn cấp trên', 'Paid to the union above', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 180),
  ('C-KH', 'Chi khác', 'Other spending', 'out', 0, 'Đối chiếu với hướng dẫn tài chính của công đoàn cấp trên', 190),
  ('C-NB', 'Nộp tiền mặt vào tài khoản, chuyển sang quỹ khác', 'Deposit into the account, transfer to a fund', 'out', 1, NULL, 290);

-- Receipts (phiếu thu) and payments (phiếu chi). Numbered ones stay for good: cancelled or corrected, never deleted.
CREATE TABLE fund_voucher (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  fund_id INTEGER NOT NULL REFERENCES fund (id),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'payment')),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'numbered', 'cancelled')),
  -- without gaps within fund, kind and year
  year INTEGER NOT NULL CHECK (year = CAST(substr(on_date, 1, 4) AS INTEGER)),
  number INTEGER CHECK (number > 0),
  -- the number it had in a book kept elsewhere
  old_number TEXT,
  on_date TEXT NOT NULL CHECK (length(on_date) = 10),
  holding TEXT NOT NULL DEFAULT 'cash' CHECK (holding IN ('cash', 'bank')),
  category_id INTEGER REFERENCES fund_category (id),
  amount INTEGER NOT NULL CHECK (amount > 0),
  -- who paid or received: a member, or only a name
  member_id INTEGER REFERENCES member (id),
  person_name TEXT,
  address TEXT,
  reason TEXT NOT NULL CHECK (reason <> ''),
  papers TEXT,
  paper_count INTEGER CHECK (paper_count >= 0),
  note TEXT,
  -- the voucher a correction is about
  corrects_id INTEGER REFERENCES fund_voucher (id),
  -- what it was for: a gift campaign, a visit, a drive; or why there is none
  source_entity TEXT,
  source_id INTEGER,
  source_label TEXT,
  exception TEXT,
  cancel_reason TEXT,
  cancelled_on TEXT,
  cancelled_by TEXT,
  printed_at TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((number IS NULL) = (status = 'draft')),
  CHECK ((cancel_reason IS NOT NULL) = (status = 'cancelled')),
  CHECK ((source_entity IS NULL) = (source_id IS NULL)),
  CHECK (deleted_at IS NULL OR number IS NULL)
) STRICT;
CREATE UNIQUE INDEX fund_voucher_number ON fund_voucher (fund_id, kind, year, number) WHERE number IS NOT NULL;
CREATE INDEX fund_voucher_day ON fund_voucher (fund_id, on_date, id);
CREATE INDEX fund_voucher_source ON fund_voucher (source_entity, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX fund_voucher_member ON fund_voucher (member_id) WHERE member_id IS NOT NULL;
CREATE VIEW fund_voucher_live AS SELECT * FROM fund_voucher WHERE deleted_at IS NULL;
-- What the book counts.
CREATE VIEW fund_entry AS SELECT *, CASE kind WHEN 'receipt' THEN amount ELSE -amount END AS signed
  FROM fund_voucher WHERE deleted_at IS NULL AND status = 'numbered';

-- A closed book: everything up to to_date stays as it is until the closing is opened again, with a reason.
CREATE TABLE fund_closing (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES fund (id),
  -- '2026-03', '2026-Q1' or '2026'
  period TEXT NOT NULL CHECK (period <> ''),
  from_date TEXT NOT NULL CHECK (length(from_date) = 10),
  to_date TEXT NOT NULL CHECK (length(to_date) = 10 AND to_date >= from_date),
  closing_cash INTEGER NOT NULL,
  closing_bank INTEGER NOT NULL,
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  reopened_at TEXT,
  reopened_by TEXT,
  reopen_reason TEXT,
  CHECK ((reopened_at IS NULL) = (reopen_reason IS NULL))
) STRICT;
CREATE INDEX fund_closing_fund ON fund_closing (fund_id, to_date);
CREATE VIEW fund_closed AS
  SELECT fund_id, max(to_date) AS closed_to FROM fund_closing WHERE reopened_at IS NULL GROUP BY fund_id;

CREATE TABLE fund_budget (
  fund_id INTEGER NOT NULL REFERENCES fund (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  category_id INTEGER NOT NULL REFERENCES fund_category (id),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  note TEXT,
  PRIMARY KEY (fund_id, year, category_id)
) STRICT, WITHOUT ROWID;

-- The law of the book, whoever writes: screens, imports, the command line, undo.
CREATE TRIGGER fund_voucher_closed_new BEFORE INSERT ON fund_voucher
WHEN NEW.on_date <= coalesce((SELECT closed_to FROM fund_closed WHERE fund_id = NEW.fund_id), '')
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;

CREATE TRIGGER fund_voucher_closed_change BEFORE UPDATE OF fund_id, kind, status, year, number, old_number, on_date,
  holding, category_id, amount, person_name, address, reason, papers, paper_count, note, corrects_id, cancel_reason,
  cancelled_on, cancelled_by, deleted_at ON fund_voucher
WHEN (OLD.on_date <= coalesce((SELECT closed_to FROM fund_closed WHERE fund_id = OLD.fund_id), '')
  OR NEW.on_date <= coalesce((SELECT closed_to FROM fund_closed WHERE fund_id = NEW.fund_id), ''))
  -- Somebody made anonymous loses the name; what was booked stays as it is.
  AND NOT (EXISTS (SELECT 1 FROM anonymising) AND NEW.fund_id = OLD.fund_id AND NEW.kind = OLD.kind
    AND NEW.status = OLD.status AND NEW.number IS OLD.number AND NEW.on_date = OLD.on_date
    AND NEW.holding = OLD.holding AND NEW.category_id IS OLD.category_id AND NEW.amount = OLD.amount
    AND NEW.deleted_at IS OLD.deleted_at)
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;

CREATE TRIGGER fund_voucher_kept BEFORE DELETE ON fund_voucher
WHEN OLD.number IS NOT NULL OR OLD.on_date <= coalesce((SELECT closed_to FROM fund_closed WHERE fund_id = OLD.fund_id), '')
BEGIN SELECT RAISE(ABORT, 'VOUCHER_KEPT'); END;

CREATE TRIGGER fund_voucher_next_new BEFORE INSERT ON fund_voucher
WHEN NEW.number <> (SELECT max(number) + 1 FROM fund_voucher
  WHERE fund_id = NEW.fund_id AND kind = NEW.kind AND year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'VOUCHER_NUMBER_GAP'); END;

CREATE TRIGGER fund_voucher_next_given BEFORE UPDATE OF number ON fund_voucher
WHEN OLD.number IS NULL AND NEW.number <> (SELECT max(number) + 1 FROM fund_voucher
  WHERE fund_id = NEW.fund_id AND kind = NEW.kind AND year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'VOUCHER_NUMBER_GAP'); END;

CREATE TRIGGER fund_voucher_number_kept BEFORE UPDATE OF number, fund_id, kind, year ON fund_voucher
WHEN OLD.number IS NOT NULL AND (NEW.number <> OLD.number OR (NEW.number IS NOT NULL
  AND (NEW.fund_id <> OLD.fund_id OR NEW.kind <> OLD.kind OR NEW.year <> OLD.year)))
BEGIN SELECT RAISE(ABORT, 'VOUCHER_NUMBER_GAP'); END;

CREATE TRIGGER fund_voucher_number_back BEFORE UPDATE OF number ON fund_voucher
WHEN OLD.number IS NOT NULL AND NEW.number IS NULL AND (OLD.printed_at IS NOT NULL OR OLD.number <>
  (SELECT max(number) FROM fund_voucher WHERE fund_id = OLD.fund_id AND kind = OLD.kind AND year = OLD.year))
BEGIN SELECT RAISE(ABORT, 'VOUCHER_KEPT'); END;

CREATE TRIGGER fund_opening_closed BEFORE UPDATE OF opened_on, opening_cash, opening_bank, deleted_at ON fund
WHEN (NEW.opened_on <> OLD.opened_on OR NEW.opening_cash <> OLD.opening_cash OR NEW.opening_bank <> OLD.opening_bank
  OR NEW.deleted_at IS NOT OLD.deleted_at) AND EXISTS (SELECT 1 FROM fund_closed WHERE fund_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;

CREATE TRIGGER fund_closing_order BEFORE INSERT ON fund_closing
WHEN NEW.to_date <= coalesce((SELECT closed_to FROM fund_closed WHERE fund_id = NEW.fund_id), '')
BEGIN SELECT RAISE(ABORT, 'PERIOD_CLOSED'); END;

CREATE TRIGGER fund_closing_kept BEFORE UPDATE ON fund_closing
WHEN OLD.reopened_at IS NOT NULL OR NEW.reopened_at IS NULL OR NEW.fund_id <> OLD.fund_id OR NEW.to_date <> OLD.to_date
  OR NEW.from_date <> OLD.from_date OR NEW.closing_cash <> OLD.closing_cash OR NEW.closing_bank <> OLD.closing_bank
  OR NEW.closed_at <> OLD.closed_at OR NEW.closed_by <> OLD.closed_by
  OR OLD.to_date < (SELECT closed_to FROM fund_closed WHERE fund_id = OLD.fund_id)
BEGIN SELECT RAISE(ABORT, 'CLOSING_KEPT'); END;

CREATE TRIGGER fund_closing_gone BEFORE DELETE ON fund_closing BEGIN SELECT RAISE(ABORT, 'CLOSING_KEPT'); END;
