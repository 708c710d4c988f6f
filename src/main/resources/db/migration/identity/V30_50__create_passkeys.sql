-- Global: a passkey is the account's, in whatever organization, and is asked for before one is bound. It holds public
-- keys only. A credential is good for the relying party (the host name) that it was made for.
CREATE TABLE identity.passkey (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    credential_id bytea NOT NULL UNIQUE CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
    relying_party text NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    public_key bytea NOT NULL,
    attestation bytea NOT NULL,
    signature_count bigint NOT NULL,
    user_verified boolean NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    transports text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz
);

CREATE INDEX passkey_account_idx ON identity.passkey (account_id);

-- Global: challenges that were answered, kept until they are too old anyway: none is answered twice. Those that nobody
-- answers are nowhere.
CREATE TABLE identity.answered_challenge (
    challenge_hash bytea PRIMARY KEY CHECK (octet_length(challenge_hash) = 32),
    expires_at timestamptz NOT NULL
);
