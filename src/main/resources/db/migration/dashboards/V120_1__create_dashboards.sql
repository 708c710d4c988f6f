CREATE SCHEMA dashboards;

CREATE TABLE dashboards.dashboard (
    organization_id uuid        NOT NULL DEFAULT tenancy.current_organization(),
    id              uuid        NOT NULL,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    data_source_id  uuid,
    widgets         jsonb       NOT NULL,
    filters         jsonb       NOT NULL,
    revision        bigint      NOT NULL DEFAULT 1,
    created_by      uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX dashboard_data_source ON dashboards.dashboard (organization_id, data_source_id);
CALL tenancy.isolate('dashboards.dashboard');
