-- Whatever stands in a column "sealed" is the id of a key, a dot and a Fernet token (version 0x80, a time before 2106):
-- the constraints let nothing pass that was not sealed.

-- What an organization's secrets are sealed by, itself sealed by a platform key. One is current; the others only open,
-- until nothing is sealed by them any more. Goes with the organization, and makes all of its secrets unreadable with it.
CREATE TABLE secrets.data_key (
    organization_id uuid        NOT NULL DEFAULT tenancy.current_organization(),
    id              uuid        NOT NULL,
    sealed          text        NOT NULL CHECK (sealed ~ '^[0-9a-f]{12}\.gAAAA[A-Za-z0-9_-]+={0,2}$'),
    current         boolean     NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id) REFERENCES tenancy.organization ON DELETE CASCADE
);
CREATE UNIQUE INDEX data_key_current ON secrets.data_key (organization_id) WHERE current;
CALL tenancy.isolate('secrets.data_key');

CREATE TABLE secrets.organization_secret (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    record_id       uuid NOT NULL,
    field           text NOT NULL CHECK (char_length(field) BETWEEN 1 AND 100),
    sealed          text NOT NULL CHECK (sealed ~ '^[0-9a-f-]{36}\.gAAAA[A-Za-z0-9_-]+={0,2}$'),
    data_key_id     uuid NOT NULL GENERATED ALWAYS AS (CAST(split_part(sealed, '.', 1) AS uuid)) STORED,
    PRIMARY KEY (organization_id, record_id, field),
    FOREIGN KEY (organization_id) REFERENCES tenancy.organization ON DELETE CASCADE,
    -- Checked at the end, or an organization could not go: its keys may go a moment before what they seal.
    FOREIGN KEY (organization_id, data_key_id) REFERENCES secrets.data_key DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX organization_secret_data_key ON secrets.organization_secret (organization_id, data_key_id);
CALL tenancy.isolate('secrets.organization_secret');

-- Global: ids only, by which a new platform key finds the organizations that still have an old one. Kept by the trigger,
-- so that it is as true as the rows that it tells of.
CREATE TABLE secrets.organization_key (
    organization_id uuid NOT NULL,
    data_key_id     uuid NOT NULL,
    platform_key_id text NOT NULL REFERENCES secrets.platform_key,
    PRIMARY KEY (organization_id, data_key_id)
);
CREATE INDEX organization_key_platform_key ON secrets.organization_key (platform_key_id, organization_id);

CREATE FUNCTION secrets.note_data_key() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM secrets.organization_key
        WHERE organization_id = OLD.organization_id AND data_key_id = OLD.id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO secrets.organization_key (organization_id, data_key_id, platform_key_id)
        VALUES (NEW.organization_id, NEW.id, split_part(NEW.sealed, '.', 1));
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_data_key AFTER INSERT OR DELETE OR UPDATE OF id, sealed ON secrets.data_key
    FOR EACH ROW EXECUTE FUNCTION secrets.note_data_key();

-- Global: belongs to a person, whatever organizations they belong to.
CREATE TABLE secrets.account_secret (
    account_id      uuid NOT NULL,
    field           text NOT NULL CHECK (char_length(field) BETWEEN 1 AND 100),
    sealed          text NOT NULL CHECK (sealed ~ '^[0-9a-f]{12}\.gAAAA[A-Za-z0-9_-]+={0,2}$'),
    platform_key_id text NOT NULL GENERATED ALWAYS AS (split_part(sealed, '.', 1)) STORED REFERENCES secrets.platform_key,
    PRIMARY KEY (account_id, field)
);
CREATE INDEX account_secret_platform_key ON secrets.account_secret (platform_key_id, account_id, field);

-- Global: the server's own. One that can't be opened any more stays, beside the one that took its place.
CREATE TABLE secrets.server_secret (
    name            text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    id              uuid NOT NULL,
    sealed          text NOT NULL CHECK (sealed ~ '^[0-9a-f]{12}\.gAAAA[A-Za-z0-9_-]+={0,2}$'),
    platform_key_id text NOT NULL GENERATED ALWAYS AS (split_part(sealed, '.', 1)) STORED REFERENCES secrets.platform_key,
    PRIMARY KEY (name, id)
);
CREATE INDEX server_secret_platform_key ON secrets.server_secret (platform_key_id, name, id);
