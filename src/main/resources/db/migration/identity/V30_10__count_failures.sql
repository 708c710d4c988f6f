-- Global: a try is counted before it is known whose it is, and addresses are nobody's. The subject is a keyed hash, so
-- that the table tells neither who was tried nor what somebody typed where the address belongs.
CREATE TABLE identity.failure (
    subject bytea PRIMARY KEY CHECK (octet_length(subject) = 32),
    failures double precision NOT NULL CHECK (failures >= 0),
    counted_at timestamptz NOT NULL
) WITH (fillfactor = 70);
