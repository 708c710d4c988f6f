CREATE SCHEMA identity;

-- Global: one account may belong to several organizations, and is looked for before any is bound.
CREATE TABLE identity.account (
    id uuid PRIMARY KEY,
    email text NOT NULL CHECK (char_length(email) <= 254 AND email ~ '^[!-~]+$'),
    password_hash text NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    first_name text CHECK (char_length(first_name) <= 100),
    last_name text CHECK (char_length(last_name) <= 100),
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Addresses are ASCII, so that lower case is the same in every collation.
CREATE UNIQUE INDEX account_email_key ON identity.account (lower(email));

-- Global: says where a log-in goes before an organization is bound. What somebody may do there is access.membership.
CREATE TABLE identity.affiliation (
    account_id uuid NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    organization_id uuid NOT NULL,
    last_used_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, organization_id)
);
