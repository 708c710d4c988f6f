-- The trace of the request that submitted the job; none for those from before.
ALTER TABLE jobs.job ADD COLUMN trace_id text;
