-- Those that are open, expired ones among them. What became of an accepted one is the membership.
CREATE TABLE access.invitation (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    id uuid NOT NULL,
    email text NOT NULL CHECK (char_length(email) <= 254 AND email ~ '^[!-~]+$'),
    role text NOT NULL CHECK (role IN ('administrator', 'analyst', 'member', 'viewer')),
    custom_role_id uuid,
    message text CHECK (char_length(message) <= 500),
    invited_by uuid NOT NULL REFERENCES identity.account,
    -- Whoever gave the role last: what they hold when it is accepted bounds it.
    granted_by uuid NOT NULL REFERENCES identity.account,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id),
    CHECK (custom_role_id IS NULL OR role = 'viewer'),
    FOREIGN KEY (organization_id, custom_role_id) REFERENCES access.custom_role
);

CREATE UNIQUE INDEX invitation_email_key ON access.invitation (organization_id, lower(email));
CREATE INDEX invitation_role_idx ON access.invitation (organization_id, custom_role_id);

CALL tenancy.isolate('access.invitation');

-- Global: looked up by a token's hash, by somebody who is no member yet, to learn which organization to bind. There is no
-- token until the mail is written, nor after it was sent anew until that is.
CREATE TABLE access.invitation_link (
    invitation_id uuid PRIMARY KEY,
    organization_id uuid NOT NULL,
    token_hash bytea UNIQUE CHECK (octet_length(token_hash) = 32),
    accepted_at timestamptz
);

CREATE INDEX invitation_link_accepted_idx ON access.invitation_link (accepted_at) WHERE accepted_at IS NOT NULL;
