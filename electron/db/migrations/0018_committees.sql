-- Committees of a term (BCH, BTV, UBKT, ban nữ công …) and union posts as dated records, on committees and on groups;
-- terms and the unit's dated names get a place in the trash; the change log gets the ways it is looked through.
ALTER TABLE term ADD COLUMN deleted_at TEXT;
ALTER TABLE unit_profile ADD COLUMN deleted_at TEXT;

CREATE TABLE committee (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  term_id INTEGER NOT NULL REFERENCES term (id),
  kind TEXT NOT NULL CHECK (kind IN ('executive', 'standing', 'inspection', 'women', 'other')),
  name TEXT NOT NULL CHECK (name <> ''),
  seats INTEGER CHECK (seats BETWEEN 1 AND 200),
  decision_no TEXT,
  decision_date TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX committee_term ON committee (term_id);

-- ended_on is the first day the post is no longer held. A person is a member or, with a name, somebody from outside.
CREATE TABLE union_post (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  committee_id INTEGER REFERENCES committee (id),
  org_unit_id INTEGER REFERENCES org_unit (id),
  member_id INTEGER REFERENCES member (id),
  person_name TEXT,
  person_note TEXT,
  role TEXT NOT NULL CHECK (role IN ('chair', 'vice', 'standing', 'member', 'head', 'deputy', 'other')),
  title TEXT NOT NULL CHECK (title <> ''),
  from_date TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('congress', 'byElection', 'appointed', 'exOfficio', 'committee')),
  decision_no TEXT,
  decision_date TEXT,
  ended_on TEXT,
  end_reason TEXT,
  end_decision_no TEXT,
  end_decision_date TEXT,
  note TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  CHECK ((committee_id IS NULL) <> (org_unit_id IS NULL)),
  CHECK ((member_id IS NULL) <> (person_name IS NULL))
) STRICT;
CREATE INDEX union_post_committee ON union_post (committee_id) WHERE committee_id IS NOT NULL;
CREATE INDEX union_post_org_unit ON union_post (org_unit_id) WHERE org_unit_id IS NOT NULL;
CREATE INDEX union_post_member ON union_post (member_id) WHERE member_id IS NOT NULL;

-- A term goes on until the next one begins, since a committee stays in office until the congress. held_until is the
-- first day a post is not held any more: its own end, the day its group closed, or the day the next term begins.
CREATE VIEW union_post_held AS
  SELECT p.*, c.kind AS committee_kind, c.name AS committee_name, c.term_id, t.starts_on AS term_start,
    o.name AS org_unit_name,
    nullif(min(coalesce(p.ended_on, '9999'), coalesce(o.closed_on, '9999'), coalesce(
      (SELECT min(n.starts_on) FROM term n WHERE n.deleted_at IS NULL AND n.starts_on > t.starts_on), '9999')), '9999')
      AS held_until
  FROM union_post p LEFT JOIN committee c ON c.id = p.committee_id LEFT JOIN term t ON t.id = c.term_id
    LEFT JOIN org_unit o ON o.id = p.org_unit_id
  WHERE p.deleted_at IS NULL AND c.deleted_at IS NULL AND t.deleted_at IS NULL AND o.deleted_at IS NULL;

-- Read in the order of time without touching the rows themselves.
CREATE INDEX audit_facts ON audit (at, entity, action, actor, entity_id);
-- Changes of other records that are about a member.
CREATE INDEX audit_person ON audit (coalesce(json_extract(after_json, '$.memberId'), json_extract(before_json, '$.memberId')), at)
  WHERE entity <> 'member';
-- Who has changed anything.
CREATE INDEX audit_actor ON audit (actor);
