CREATE SCHEMA jobs;

CREATE TABLE jobs.job (
    organization_id  uuid             NOT NULL DEFAULT tenancy.current_organization(),
    id               uuid             NOT NULL,
    kind             text             NOT NULL,
    account_id       uuid             NOT NULL,
    payload          jsonb            NOT NULL,
    status           text             NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    progress         double precision NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
    message          text,
    attempts         integer          NOT NULL DEFAULT 0,
    cancel_requested boolean          NOT NULL DEFAULT false,
    result           jsonb,
    error            jsonb,
    created_at       timestamptz      NOT NULL,
    finished_at      timestamptz,
    PRIMARY KEY (organization_id, id)
);
CALL tenancy.isolate('jobs.job');

-- db-scheduler's own table (its postgresql_tables.sql). Global: the scheduler picks work before it knows whose it is;
-- a row holds ids only, the payload is in jobs.job.
CREATE TABLE jobs.scheduled_task (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_execution_time ON jobs.scheduled_task (execution_time);
CREATE INDEX scheduled_task_last_heartbeat ON jobs.scheduled_task (last_heartbeat);
