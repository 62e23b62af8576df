-- From emulation registration (đăng ký thi đua) and proposals (đề nghị khen thưởng) over the council (họp xét) to
-- draft decisions and their ceremony. A round collects one list from each department or group.
CREATE TABLE award_round (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  kind TEXT NOT NULL CHECK (kind IN ('registration', 'proposal')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2100),
  name TEXT NOT NULL CHECK (name <> ''),
  -- "Tổng kết hoạt động công đoàn năm 2026": what decisions of the round are given for
  occasion TEXT,
  -- last day to hand in
  deadline TEXT,
  -- whom the submission (tờ trình) is addressed to
  addressee TEXT,
  basis TEXT,
  note TEXT,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX award_round_year ON award_round (year, id);
CREATE VIEW award_round_live AS SELECT * FROM award_round WHERE deleted_at IS NULL;

-- Forms and titles the round is for.
CREATE TABLE award_round_form (
  round_id INTEGER NOT NULL REFERENCES award_round (id),
  form_id INTEGER NOT NULL REFERENCES award_form (id),
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (round_id, form_id)
) STRICT;

-- Departments and groups that are to hand in a list; handed_on is null while they have not.
CREATE TABLE award_round_unit (
  round_id INTEGER NOT NULL REFERENCES award_round (id),
  org_unit_id INTEGER NOT NULL REFERENCES org_unit (id),
  handed_on TEXT,
  file_name TEXT,
  note TEXT,
  PRIMARY KEY (round_id, org_unit_id)
) STRICT;

-- One person, collective or household registered or proposed for one form.
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  round_id INTEGER NOT NULL REFERENCES award_round (id),
  kind TEXT NOT NULL CHECK (kind IN ('individual', 'collective', 'household')),
  member_id INTEGER REFERENCES member (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  form_id INTEGER NOT NULL REFERENCES award_form (id),
  -- department or group whose list it came with
  from_unit_id INTEGER REFERENCES org_unit (id),
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  sort_key TEXT NOT NULL,
  -- as of the proposal; null: as the register says
  post TEXT,
  union_post TEXT,
  unit_name TEXT,
  achievement TEXT,
  initiative TEXT,
  awarded_before TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK (kind <> 'collective' OR member_id IS NULL),
  CHECK (kind = 'collective' OR org_unit_id IS NULL)
) STRICT;
CREATE INDEX proposal_round ON proposal (round_id, kind);
CREATE INDEX proposal_member ON proposal (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX proposal_org_unit ON proposal (org_unit_id) WHERE org_unit_id IS NOT NULL;
CREATE VIEW proposal_live AS SELECT p.*, r.year, r.kind AS round_kind FROM proposal p JOIN award_round r ON r.id = p.round_id
  WHERE p.deleted_at IS NULL AND r.deleted_at IS NULL;

-- A meeting of the council that considers the proposals of a round.
CREATE TABLE council_meeting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  round_id INTEGER NOT NULL REFERENCES award_round (id),
  held_on TEXT NOT NULL,
  starts_at TEXT,
  ends_at TEXT,
  place TEXT,
  chair_name TEXT,
  chair_post TEXT,
  secretary_name TEXT,
  -- least share of the votes of those present, in percent
  threshold REAL NOT NULL CHECK (threshold BETWEEN 0 AND 100),
  opinions TEXT,
  conclusion TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX council_meeting_round ON council_meeting (round_id, held_on);

CREATE TABLE council_attendee (
  meeting_id INTEGER NOT NULL REFERENCES council_meeting (id),
  ordinal INTEGER NOT NULL,
  member_id INTEGER REFERENCES member (id),
  name TEXT NOT NULL CHECK (name <> ''),
  post TEXT,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  reason TEXT,
  PRIMARY KEY (meeting_id, ordinal)
) STRICT;
CREATE INDEX council_attendee_member ON council_attendee (member_id) WHERE member_id IS NOT NULL;

-- What a meeting said of a proposal. A rate keeps its denominator: how many voted.
CREATE TABLE council_vote (
  meeting_id INTEGER NOT NULL REFERENCES council_meeting (id),
  proposal_id INTEGER NOT NULL REFERENCES proposal (id),
  votes_for INTEGER CHECK (votes_for >= 0),
  voters INTEGER CHECK (voters > 0),
  result TEXT CHECK (result IN ('approved', 'refused', 'changed')),
  -- another form than proposed
  form_id INTEGER REFERENCES award_form (id),
  reason TEXT,
  PRIMARY KEY (meeting_id, proposal_id),
  CHECK (votes_for IS NULL OR voters IS NOT NULL AND votes_for <= voters),
  CHECK ((result IS 'changed') = (form_id IS NOT NULL))
) STRICT;
CREATE INDEX council_vote_proposal ON council_vote (proposal_id);
-- What was last said of each proposal.
CREATE VIEW proposal_outcome AS
  SELECT v.*, m.held_on FROM council_vote v JOIN council_meeting m ON m.id = v.meeting_id
  WHERE m.deleted_at IS NULL AND v.result IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM council_vote w JOIN council_meeting n ON n.id = w.meeting_id
    WHERE w.proposal_id = v.proposal_id AND n.deleted_at IS NULL AND w.result IS NOT NULL
      AND (n.held_on > m.held_on OR n.held_on = m.held_on AND n.id > m.id));

-- The recipient a proposal became. By its uid, which stays the same when the recipient is taken off and put back.
CREATE TABLE proposal_recipient (
  recipient_uid TEXT PRIMARY KEY,
  proposal_id INTEGER NOT NULL REFERENCES proposal (id)
) STRICT;
CREATE INDEX proposal_recipient_proposal ON proposal_recipient (proposal_id);

-- The round a decision was drafted from, and the event it is handed over at.
CREATE TABLE award_decision_chain (
  decision_id INTEGER PRIMARY KEY REFERENCES award_decision (id),
  round_id INTEGER REFERENCES award_round (id),
  event_id INTEGER REFERENCES event (id)
) STRICT;
CREATE INDEX award_decision_chain_round ON award_decision_chain (round_id) WHERE round_id IS NOT NULL;
CREATE INDEX award_decision_chain_event ON award_decision_chain (event_id) WHERE event_id IS NOT NULL;
