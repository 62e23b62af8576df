-- What a search needs of each person it finds: finding, counting and ordering then read no wide rows.
CREATE INDEX member_lookup ON member (id, status, sort_key, name_key, name_tones, import_id, deleted_at);
