-- A visit may belong to an event of visiting, and is counted once; money of a case may come out of money given for one purpose.
ALTER TABLE care_visit ADD COLUMN event_id INTEGER REFERENCES event (id);
CREATE INDEX care_visit_event ON care_visit (event_id) WHERE event_id IS NOT NULL;

-- Who it was, apart from the member it stands with, so that it follows the member; '?' a relative without a name.
UPDATE care_visit SET person = CASE WHEN who <> 'family' THEN 'self'
    WHEN instr(name, ' của ') > 0 AND substr(name, instr(name, ' của ') + 5) = (SELECT full_name FROM member m WHERE m.id = member_id)
      THEN relation || '/?'
    ELSE substr(person, instr(person, '/') + 1) END
WHERE member_id IS NOT NULL;

ALTER TABLE care_money ADD COLUMN earmark_id INTEGER REFERENCES earmark (id);
-- why there is no voucher
ALTER TABLE care_money ADD COLUMN exception TEXT;
CREATE INDEX care_money_earmark ON care_money (earmark_id) WHERE earmark_id IS NOT NULL;

DROP VIEW earmark_entry;
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
    JOIN welfare_campaign_live c ON c.id = s.campaign_id WHERE s.earmark_id IS NOT NULL
  UNION ALL SELECT m.earmark_id, 'case', c.id, coalesce(m.on_date, c.opened_on), -m.amount FROM care_money m
    JOIN care_case_live c ON c.id = m.case_id WHERE m.earmark_id IS NOT NULL;

-- An event of visiting that slips are linked to is not counted beside them.
UPDATE criterion SET
  indicators_json = '["welfare.visitsOnce","welfare.visits","welfare.visitedPeople","events.kind.visit","events.turnsOf.visit"]',
  rule_json = '{"kind":"steps","of":["welfare.visitsOnce"],"steps":[{"min":4,"share":1},{"min":1,"share":0.5}],"perYear":true}',
  evidence = iif(evidence = 'Phiếu thăm hỏi', 'Phiếu thăm hỏi; sự kiện thăm hỏi chưa gắn phiếu nào', evidence),
  evidence_en = iif(evidence_en = 'Visit slips', 'Visit slips; events of visiting without slips', evidence_en)
WHERE uid = 'default-1.7' AND rule_json = '{"kind":"steps","of":["welfare.visits","events.kind.visit"],"steps":[{"min":4,"share":1},{"min":1,"share":0.5}],"perYear":true}';
