-- Global: a person's devices are theirs in whatever organization, and are looked for before one is bound. A mark is the
-- hash of a random cookie, or a keyed one of what a program says of itself.
CREATE TABLE identity.known_device (
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    mark bytea NOT NULL CHECK (octet_length(mark) = 32),
    kind text NOT NULL CHECK (kind IN ('browser', 'program', 'program_in_network')),
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, mark)
);

CREATE INDEX known_device_mark_idx ON identity.known_device (mark);

-- Global, as the log-ins that they stand for: the password was right, the second factor is awaited.
CREATE TABLE identity.pending_log_in (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    client bytea NOT NULL CHECK (octet_length(client) = 32),
    tries integer NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL
);

CREATE INDEX pending_log_in_account_idx ON identity.pending_log_in (account_id);
