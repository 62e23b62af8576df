-- Certificates by register number: what was given, made void (thu hồi) and given again (cấp lại). A number is never reused.
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  -- award_recipient.uid: a recipient taken off a reopened decision and put back keeps its certificates.
  recipient_uid TEXT NOT NULL,
  decision_id INTEGER NOT NULL REFERENCES award_decision (id),
  register_year INTEGER NOT NULL,
  register_no INTEGER NOT NULL CHECK (register_no > 0),
  -- 0: the first of its number; n: "Bản cấp lại lần n" under the same number.
  copy INTEGER NOT NULL DEFAULT 0 CHECK (copy >= 0),
  -- The certificate it was given instead of, and why.
  replaces_id INTEGER REFERENCES certificate (id),
  reason TEXT,
  given_on TEXT,
  -- What stands on it, kept when it is first printed; printed again from here.
  content TEXT CHECK (content IS NULL OR json_valid(content)),
  voided_on TEXT,
  void_reason TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  UNIQUE (register_year, register_no, copy),
  CHECK ((voided_on IS NULL) = (void_reason IS NULL))
) STRICT;
CREATE INDEX certificate_recipient ON certificate (recipient_uid, id);
CREATE INDEX certificate_decision ON certificate (decision_id);
CREATE UNIQUE INDEX certificate_valid ON certificate (recipient_uid) WHERE voided_on IS NULL;

INSERT INTO certificate (recipient_uid, decision_id, register_year, register_no, given_on, created_at)
SELECT r.uid, r.decision_id, r.register_year, r.register_no, d.decided_on, coalesce(d.issued_at, d.updated_at)
FROM award_recipient r JOIN award_decision d ON d.id = r.decision_id
WHERE r.register_no IS NOT NULL ORDER BY r.register_year, r.register_no;

-- The day the last valid certificate of a recipient was made void: the award no longer counts.
ALTER TABLE award_recipient ADD COLUMN withdrawn_on TEXT;
-- Order of the ceremony where it is not the decision's.
ALTER TABLE award_recipient ADD COLUMN ceremony INTEGER;

-- Layouts as they were printed, by the SHA-256 of their text.
CREATE TABLE certificate_layout_kept (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  layout TEXT NOT NULL CHECK (json_valid(layout))
) STRICT;
ALTER TABLE certificate_print ADD COLUMN certificate_id INTEGER REFERENCES certificate (id);
ALTER TABLE certificate_print ADD COLUMN layout_hash TEXT REFERENCES certificate_layout_kept (hash);
UPDATE certificate_print SET certificate_id = (
  SELECT c.id FROM certificate c JOIN award_recipient r ON r.uid = c.recipient_uid
  WHERE r.id = certificate_print.recipient_id);
CREATE INDEX certificate_print_certificate ON certificate_print (certificate_id);

-- Why it was printed again.
ALTER TABLE certificate_run ADD COLUMN cause TEXT;

-- What a certificate given again is numbered with: a new number, or the same one with "Bản cấp lại lần n".
ALTER TABLE certificate_setting ADD COLUMN reissue TEXT NOT NULL DEFAULT 'new' CHECK (reissue IN ('new', 'same'));
