-- What an organization's own roles hold: names of permissions, and which of them reach only what one created oneself.
CREATE TABLE access.custom_role (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    id uuid NOT NULL,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    description text NOT NULL CHECK (char_length(description) <= 500),
    base text CHECK (base IN ('administrator', 'analyst', 'member', 'viewer')),
    permissions text[] NOT NULL,
    own_permissions text[] NOT NULL CHECK (own_permissions <@ permissions),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX custom_role_name_key ON access.custom_role (organization_id, lower(name));
CALL tenancy.isolate('access.custom_role');

-- Whoever has a custom role is a viewer to a node of the version before, which knows no other.
ALTER TABLE access.membership NO FORCE ROW LEVEL SECURITY;
ALTER TABLE access.custom_role NO FORCE ROW LEVEL SECURITY;
ALTER TABLE access.membership
    ADD COLUMN custom_role_id uuid,
    ADD CHECK (custom_role_id IS NULL OR role = 'viewer'),
    ADD FOREIGN KEY (organization_id, custom_role_id) REFERENCES access.custom_role;
ALTER TABLE access.custom_role FORCE ROW LEVEL SECURITY;
ALTER TABLE access.membership FORCE ROW LEVEL SECURITY;

-- How many have a role, and whose to change when it goes.
CREATE INDEX membership_role_idx ON access.membership (organization_id, role, custom_role_id);
