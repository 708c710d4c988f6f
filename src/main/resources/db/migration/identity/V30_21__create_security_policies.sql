-- What an organization demands of its members' sessions; no row, or NULL, is nothing.
CREATE TABLE identity.security_policy (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    mfa_required boolean NOT NULL,
    idle_timeout_minutes integer CHECK (idle_timeout_minutes BETWEEN 5 AND 480),
    max_session_hours integer CHECK (max_session_hours BETWEEN 1 AND 720),
    PRIMARY KEY (organization_id)
);

CALL tenancy.isolate('identity.security_policy');
