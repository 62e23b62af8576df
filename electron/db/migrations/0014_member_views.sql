-- Saved filters, and changes of many records at once.

-- A saved filter of the register (bộ lọc): its conditions as JSON of the contract.
CREATE TABLE member_view (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  filter_json TEXT NOT NULL CHECK (json_valid(filter_json)),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;

-- Columns, their widths and the order of rows, of each view: 'active', 'all', … or 'view:ID'.
CREATE TABLE member_view_layout (
  view TEXT PRIMARY KEY CHECK (view <> ''),
  layout_json TEXT NOT NULL CHECK (json_valid(layout_json))
) STRICT, WITHOUT ROWID;

-- One change of many members (sửa hàng loạt), kept so that it can be taken back as a whole.
CREATE TABLE bulk_change (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  actor TEXT NOT NULL,
  fields_json TEXT NOT NULL CHECK (json_valid(fields_json)),
  on_date TEXT,
  -- The batch of dated moves it made, if it changed dated fields.
  moves_batch INTEGER,
  created_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

-- Only the fields it changed, before and after.
CREATE TABLE bulk_change_row (
  bulk_id INTEGER NOT NULL REFERENCES bulk_change (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  before_json TEXT NOT NULL CHECK (json_valid(before_json)),
  after_json TEXT NOT NULL CHECK (json_valid(after_json)),
  PRIMARY KEY (bulk_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bulk_change_row_member ON bulk_change_row (member_id);

-- What lists are filtered and ordered by, of each person: such a list then reads no wide rows.
CREATE INDEX member_filter ON member (
  status, sort_key, id, gender, birth_date, department_id, group_id, job_title, position, contract_type, education,
  hire_date, union_join_date, card_no, phone, is_party, import_id, deleted_at
);
