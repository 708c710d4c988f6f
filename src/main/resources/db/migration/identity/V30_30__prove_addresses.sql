-- Unknown of the accounts that were there before.
ALTER TABLE identity.account ADD COLUMN email_verified_at timestamptz;

-- Global: whoever registers belongs to no organization before the address is confirmed. The ids are those that account
-- and organization will have. Also made for addresses that have an account, where nothing comes of it.
CREATE TABLE identity.pending_registration (
    account_id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    email text NOT NULL CHECK (char_length(email) <= 254 AND email ~ '^[!-~]+$'),
    password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    first_name text CHECK (char_length(first_name) <= 100),
    last_name text CHECK (char_length(last_name) <= 100),
    organization_name text NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX pending_registration_email_key ON identity.pending_registration (lower(email));
CREATE INDEX pending_registration_created_idx ON identity.pending_registration (created_at);

-- Global: an account's, whatever organizations it belongs to.
CREATE TABLE identity.email_change (
    account_id uuid PRIMARY KEY REFERENCES identity.account ON DELETE CASCADE,
    email text NOT NULL CHECK (char_length(email) <= 254 AND email ~ '^[!-~]+$'),
    requested_at timestamptz NOT NULL
);

CREATE INDEX email_change_email_idx ON identity.email_change (lower(email));

-- Global: looked up by a token's hash, or by an address, by somebody who is not logged in. One at a time for a purpose and
-- a subject, which is an account or a pending registration's account to be.
CREATE TABLE identity.mailed_proof (
    id uuid PRIMARY KEY,
    purpose text NOT NULL CHECK (purpose IN ('registration', 'address', 'password_reset')),
    subject_id uuid NOT NULL,
    email text NOT NULL,
    token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    code_hash bytea CHECK (octet_length(code_hash) = 32),
    tries integer NOT NULL DEFAULT 0,
    expires_at timestamptz NOT NULL,
    UNIQUE (purpose, subject_id)
);

CREATE INDEX mailed_proof_email_idx ON identity.mailed_proof (lower(email)) WHERE code_hash IS NOT NULL;
CREATE INDEX mailed_proof_expires_idx ON identity.mailed_proof (expires_at);
