-- Global: there is no organization yet. The hash of the link by which whoever runs the server makes the first one where
-- registration is closed; one at a time.
CREATE TABLE identity.setup_link (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
    printed_at timestamptz NOT NULL DEFAULT now()
);
