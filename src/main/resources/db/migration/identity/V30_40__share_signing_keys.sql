-- From now on all nodes share their keys: the private half is a secret of the server's, and these say when it signs. Keys
-- without them belong to single nodes of an older version; they verify until they expire.
ALTER TABLE identity.signing_key
    ADD COLUMN signs_from timestamptz,
    ADD COLUMN retires_at timestamptz,
    ADD CONSTRAINT signing_key_times_check CHECK (
        (signs_from IS NULL) = (retires_at IS NULL) AND signs_from < retires_at AND retires_at < expires_at);
