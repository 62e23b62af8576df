-- Mappings of columns remembered by the shape of the file, and what an import wrote, so that it can be taken back field by field.
CREATE TABLE import_mapping (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- headers of the list in order, made comparable
  shape TEXT NOT NULL,
  -- JSON array: field, encoding and order of dates of each column, from the first one with a header
  columns_json TEXT NOT NULL,
  used_count INTEGER NOT NULL DEFAULT 1,
  used_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE UNIQUE INDEX import_mapping_shape ON import_mapping (unit_id, shape) WHERE deleted_at IS NULL;

-- Which fields the import wrote into a known person, as JSON: field, value before, value after.
ALTER TABLE import_row ADD COLUMN written_json TEXT;
-- The dated changes written with it, taken back together.
ALTER TABLE import_row ADD COLUMN moves_batch TEXT;
