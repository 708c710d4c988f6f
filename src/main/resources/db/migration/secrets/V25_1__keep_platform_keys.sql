CREATE SCHEMA secrets;

-- Global: the platform keys that some server has seen; the keys themselves are never here. What is sealed by one refers to
-- it, so none can be forgotten while it is used. The highest number that all servers hold is the one that seals.
CREATE TABLE secrets.platform_key (
    id         text        PRIMARY KEY CHECK (id ~ '^[0-9a-f]{12}$'),
    number     bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    noticed_at timestamptz NOT NULL DEFAULT now()
);

-- Global: the servers that are alive, and which keys they hold, so that none seals what another one can't open.
CREATE TABLE secrets.node (
    id      uuid        PRIMARY KEY,
    key_ids text[]      NOT NULL,
    seen_at timestamptz NOT NULL
);
