-- Dated facts are asked for by their kind: the days of one kind stand together.
DROP INDEX member_fact_day;
CREATE INDEX member_fact_day ON member_fact (kind, on_date, member_id, deleted_at) WHERE deleted_at IS NULL;
-- Wider indexes of the same beginning do what these did.
DROP INDEX member_order;
DROP INDEX member_department;
DROP INDEX member_card;
