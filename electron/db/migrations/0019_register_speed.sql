-- What lists of the whole register are ordered by: a page far down is read off the index, and nothing is sorted.
CREATE INDEX member_by_name ON member (sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_birth_date ON member (birth_date, sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_hire_date ON member (hire_date, sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_union_join_date ON member (union_join_date, sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_card_no ON member (card_no, sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_gender ON member (gender, sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_department ON member (department_id, sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_group ON member (group_id, sort_key, id, status, deleted_at, import_id);
CREATE INDEX member_by_job_title ON member (job_title, sort_key, id, status, deleted_at, import_id);
-- How many there are, and who lacks a number.
CREATE INDEX member_of_status ON member (status, deleted_at, import_id, card_no);
CREATE INDEX member_without_id ON member (status, sort_key, id, deleted_at, import_id) WHERE id_number IS NULL;

-- Free texts are looked through without reading the wide rows they stand in.
CREATE INDEX member_note ON member (note, deleted_at) WHERE note IS NOT NULL;
CREATE INDEX member_hometown ON member (hometown, deleted_at) WHERE hometown IS NOT NULL;
CREATE INDEX member_address ON member (address, deleted_at) WHERE address IS NOT NULL;
