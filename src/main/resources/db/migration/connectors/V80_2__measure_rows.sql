-- How many bytes the texts of a row take at most. Of older tables nobody has measured it: any row might be long.
ALTER TABLE connectors.source_table ADD COLUMN longest_row bigint NOT NULL DEFAULT 2147483647;
