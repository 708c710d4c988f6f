-- The Owner wants another member to take over; one at a time. It waits for them until it expires.
CREATE TABLE access.ownership_transfer (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    from_account uuid NOT NULL REFERENCES identity.account,
    to_account uuid NOT NULL REFERENCES identity.account,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id)
);

CALL tenancy.isolate('access.ownership_transfer');
