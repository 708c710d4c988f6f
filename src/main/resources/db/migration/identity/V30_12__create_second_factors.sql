-- Global: a second factor is the account's, in whatever organization, and is asked for before one is bound. The seed is
-- sealed in the module secrets.
CREATE TABLE identity.totp (
    account_id uuid PRIMARY KEY REFERENCES identity.account ON DELETE CASCADE,
    begun_at timestamptz NOT NULL,
    enabled_at timestamptz,
    -- Number of the newest 30-second step whose code was accepted; no code of it or before it is accepted again.
    accepted_step bigint,
    CHECK ((enabled_at IS NULL) = (accepted_step IS NULL))
);

-- Global, as the factor that they stand in for. A code has 50 bits, so it is hashed like a password (Argon2id); one salt
-- for the codes of a batch, so that one hash tells which of them was given. A used one is deleted.
CREATE TABLE identity.backup_code (
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    hash bytea NOT NULL CHECK (octet_length(hash) = 32),
    salt bytea NOT NULL CHECK (octet_length(salt) = 16),
    PRIMARY KEY (account_id, hash)
);
