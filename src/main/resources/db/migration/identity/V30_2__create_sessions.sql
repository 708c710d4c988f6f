-- Global: looked up by its id or by a token's hash to learn which organization to bind.
CREATE TABLE identity.session (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    organization_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at timestamptz,
    end_reason text,
    ip inet,
    user_agent text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);

CREATE INDEX session_account_idx ON identity.session (account_id);
CREATE INDEX session_expires_idx ON identity.session (expires_at);

-- Global, as the sessions they continue. Spent ones are kept as long as their session: they are how theft is noticed.
CREATE TABLE identity.refresh_token (
    token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    session_id uuid NOT NULL REFERENCES identity.session ON DELETE CASCADE,
    issued_at timestamptz NOT NULL,
    spent_at timestamptz
);

CREATE INDEX refresh_token_session_idx ON identity.refresh_token (session_id);

-- Global: the public halves of the nodes' keys, by which every node verifies every token.
CREATE TABLE identity.signing_key (
    id text PRIMARY KEY,
    public_key text NOT NULL CHECK (public_key NOT LIKE '%"d"%'),
    expires_at timestamptz NOT NULL
);
