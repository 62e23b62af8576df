-- Signing keys of certificates (chữ ký số trên mã QR): the unit's own, and public keys of offices it trusts.
CREATE TABLE proof_key (
  id INTEGER PRIMARY KEY,
  -- First eight hexadecimal digits of the SHA-256 of the public key, as papers name it.
  code TEXT NOT NULL UNIQUE CHECK (length(code) = 8),
  owner TEXT NOT NULL CHECK (owner <> ''),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  -- Of the unit's own keys only.
  private_key BLOB CHECK (private_key IS NULL OR length(private_key) = 32),
  -- The one that signs.
  current INTEGER NOT NULL DEFAULT 0 CHECK (current IN (0, 1)),
  created_at TEXT NOT NULL,
  retired_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  deleted_at TEXT,
  CHECK (current = 0 OR (private_key IS NOT NULL AND retired_at IS NULL)),
  CHECK (private_key IS NULL OR deleted_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX proof_key_current ON proof_key (current) WHERE current = 1;

-- Layouts that are printed without a code.
CREATE TABLE proof_layout_off (
  layout_id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
