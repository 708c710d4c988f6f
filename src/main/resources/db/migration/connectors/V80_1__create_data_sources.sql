CREATE SCHEMA connectors;

CREATE TABLE connectors.data_source (
    organization_id uuid        NOT NULL DEFAULT tenancy.current_organization(),
    id              uuid        NOT NULL,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type            text        NOT NULL,
    format          text        NOT NULL,
    file_name       text        NOT NULL,
    bytes           bigint      NOT NULL,
    stored_bytes    bigint      NOT NULL,
    status          text        NOT NULL CHECK (status IN ('active', 'syncing', 'paused', 'error')),
    status_reason   text,
    dashboard_id    uuid,
    created_by      uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    last_synced_at  timestamptz,
    PRIMARY KEY (organization_id, id)
);
CREATE UNIQUE INDEX data_source_name ON connectors.data_source (organization_id, lower(name));
CALL tenancy.isolate('connectors.data_source');

CREATE TABLE connectors.source_table (
    organization_id uuid    NOT NULL DEFAULT tenancy.current_organization(),
    version         uuid    NOT NULL,
    data_source_id  uuid    NOT NULL,
    position        integer NOT NULL,
    name            text    NOT NULL,
    rows            bigint  NOT NULL,
    columns         jsonb   NOT NULL,
    statistics      jsonb   NOT NULL,
    rejected_cells  bigint  NOT NULL,
    rejects         jsonb   NOT NULL,
    PRIMARY KEY (organization_id, version),
    FOREIGN KEY (organization_id, data_source_id) REFERENCES connectors.data_source ON DELETE CASCADE
);
CREATE UNIQUE INDEX source_table_name ON connectors.source_table (organization_id, data_source_id, name);
CALL tenancy.isolate('connectors.source_table');
