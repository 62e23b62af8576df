-- The edition of a contest is that of its series, as for every event: editions contests kept by themselves move there.
CREATE VIEW contest_without_series AS
  SELECT c.event_id, c.edition, coalesce(c.from_year, c.to_year, CAST(substr(e.first_day, 1, 4) AS INTEGER)) AS year_from,
    coalesce(c.to_year, c.from_year, CAST(substr(e.first_day, 1, 4) AS INTEGER)) AS year_to, e.created_at,
    coalesce(nullif(trim(replace(replace(e.name, ' năm ' || substr(e.first_day, 1, 4), ''), substr(e.first_day, 1, 4), '')), ''),
      e.name) AS series
  FROM contest c JOIN event e ON e.id = c.event_id
  WHERE c.edition IS NOT NULL AND NOT EXISTS (SELECT 1 FROM event_edition d WHERE d.event_id = c.event_id);

INSERT INTO event_series (uid, unit_id, name, numbering, yearly, created_at, updated_at)
  SELECT lower(hex(randomblob(16))), 1, series, 'roman', 0, min(created_at), min(created_at) FROM contest_without_series
  WHERE series NOT IN (SELECT name FROM event_series WHERE deleted_at IS NULL) GROUP BY series;

INSERT INTO event_edition (event_id, series_id, number, year_from, year_to)
  SELECT event_id, (SELECT min(id) FROM event_series s WHERE s.name = series AND s.deleted_at IS NULL), edition, year_from, year_to
  FROM contest_without_series;
DROP VIEW contest_without_series;

-- Years without a number cannot be an edition; where the days of the event do not tell them they are kept in words.
UPDATE event SET content = coalesce(content || char(10), '') || 'Năm ' || (
    SELECT iif(c.from_year = c.to_year, c.from_year, coalesce(c.from_year || '–', '') || coalesce(c.to_year, '')) || '.'
    FROM contest c WHERE c.event_id = event.id)
  WHERE EXISTS (SELECT 1 FROM contest c WHERE c.event_id = event.id AND c.edition IS NULL
    AND ((c.from_year IS NOT NULL AND c.from_year <> CAST(substr(event.first_day, 1, 4) AS INTEGER))
      OR (c.to_year IS NOT NULL AND c.to_year <> CAST(substr(event.last_day, 1, 4) AS INTEGER))));

ALTER TABLE contest DROP COLUMN to_year;
ALTER TABLE contest DROP COLUMN from_year;
ALTER TABLE contest DROP COLUMN edition;

-- Award decisions proposed from the prizes of a contest.
CREATE TABLE contest_award (
  event_id INTEGER NOT NULL REFERENCES event (id),
  decision_id INTEGER NOT NULL REFERENCES award_decision (id),
  PRIMARY KEY (event_id, decision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contest_award_decision ON contest_award (decision_id);
