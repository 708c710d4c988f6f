-- db-scheduler's table once more, for the server's own work. Global: it belongs to no organization; a row holds a kind
-- and an id, what it is about is kept by whoever does it.
CREATE TABLE jobs.scheduled_server_task (
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
CREATE INDEX scheduled_server_task_execution_time ON jobs.scheduled_server_task (execution_time);
CREATE INDEX scheduled_server_task_last_heartbeat ON jobs.scheduled_server_task (last_heartbeat);

WITH moved AS (
    DELETE FROM jobs.scheduled_task
    WHERE task_name = 'server'
    RETURNING *
)
INSERT INTO jobs.scheduled_server_task
SELECT * FROM moved;
