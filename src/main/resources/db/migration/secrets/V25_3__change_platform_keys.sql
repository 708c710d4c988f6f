-- Global: keys that an operator has removed. A server that still finds the file must not take it for a new key.
CREATE TABLE secrets.removed_key (
    id         text        PRIMARY KEY,
    removed_at timestamptz NOT NULL DEFAULT now()
);

-- Global: how far the servers are with sealing everything anew by a key; counts only.
CREATE TABLE secrets.resealing (
    platform_key_id           text        PRIMARY KEY REFERENCES secrets.platform_key ON DELETE CASCADE,
    began_at                  timestamptz NOT NULL,
    finished_at               timestamptz,
    organizations             bigint      NOT NULL,
    account_secrets           bigint      NOT NULL,
    server_secrets            bigint      NOT NULL,
    organizations_done        bigint      NOT NULL DEFAULT 0,
    organization_secrets_done bigint      NOT NULL DEFAULT 0,
    account_secrets_done      bigint      NOT NULL DEFAULT 0,
    server_secrets_done       bigint      NOT NULL DEFAULT 0
);
