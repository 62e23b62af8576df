-- The list of children is read whole in one of its orders, from the index alone.
DROP INDEX child_order;
CREATE INDEX child_by_name ON child (sort_key, id, birth_date, deleted_at);
CREATE INDEX child_by_birth_date ON child (birth_date, sort_key, id, deleted_at);
