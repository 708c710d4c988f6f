CREATE SCHEMA audit;

CREATE TABLE audit.event (
    organization_id uuid        NOT NULL DEFAULT tenancy.current_organization(),
    id              uuid        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    actor_type      text        NOT NULL CHECK (actor_type IN ('account', 'job', 'system')),
    actor_id        uuid,
    type            text        NOT NULL,
    target_type     text        NOT NULL,
    target_id       uuid        NOT NULL,
    target_name     text        NOT NULL,
    outcome         text        NOT NULL CHECK (outcome IN ('success', 'failure')),
    ip              inet,
    user_agent      text,
    trace_id        text,
    details         jsonb       NOT NULL,
    PRIMARY KEY (organization_id, id)
);
CALL tenancy.isolate('audit.event');

-- Append-only for the application role too: what is written stays as it was written.
REVOKE UPDATE, DELETE, TRUNCATE ON audit.event FROM "${app}";
