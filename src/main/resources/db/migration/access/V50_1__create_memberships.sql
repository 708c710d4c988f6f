CREATE SCHEMA access;

CREATE TABLE access.membership (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    account_id uuid NOT NULL REFERENCES identity.account,
    role text NOT NULL CHECK (role IN ('owner', 'administrator', 'analyst', 'member', 'viewer')),
    status text NOT NULL CHECK (status IN ('active', 'disabled')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, account_id)
);

-- Exactly one Owner: never a second, and the code never takes the role away but by handing it on.
CREATE UNIQUE INDEX membership_owner_key ON access.membership (organization_id) WHERE role = 'owner';

CALL tenancy.isolate('access.membership');
