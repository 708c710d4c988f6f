CREATE TABLE tenancy.organization (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    plan text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id)
);

CALL tenancy.isolate('tenancy.organization');
