-- Keys that members made for programs; of a revoked one nothing is left but what the trail tells.
CREATE TABLE access.api_key (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    id uuid NOT NULL,
    account_id uuid NOT NULL REFERENCES identity.account,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    description text NOT NULL CHECK (char_length(description) <= 500),
    public_id text NOT NULL,
    key_hash bytea NOT NULL CHECK (octet_length(key_hash) = 32),
    -- What the creator's role is narrowed to; all of it where it is absent, never where it is empty.
    scopes text[],
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    -- How much it was used: in all, and in the hour that began then.
    last_used_at timestamptz,
    requests bigint NOT NULL DEFAULT 0,
    hour timestamptz,
    hour_requests bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (organization_id, id)
);

CREATE INDEX api_key_account_idx ON access.api_key (organization_id, account_id, id);

CALL tenancy.isolate('access.api_key');

-- Global: by what a request shows, to learn which organization to bind. Ids only; what it is judged by is the key's row.
CREATE TABLE access.api_key_address (
    public_id text PRIMARY KEY,
    organization_id uuid NOT NULL,
    api_key_id uuid NOT NULL
);
