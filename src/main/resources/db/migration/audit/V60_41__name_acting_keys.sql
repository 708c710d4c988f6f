-- With which API key a program acted for the account, and as what its creator knew it then.
ALTER TABLE audit.event
    ADD COLUMN api_key_id uuid,
    ADD COLUMN api_key_name text,
    DROP CONSTRAINT event_actor_type_check,
    ADD CONSTRAINT event_actor_type_check CHECK (actor_type IN ('account', 'api_key', 'job', 'system')),
    ADD CONSTRAINT event_api_key_check CHECK ((actor_type = 'api_key') = (api_key_id IS NOT NULL)),
    ADD CHECK ((api_key_id IS NULL) = (api_key_name IS NULL));

-- All that one key did.
CREATE INDEX event_api_key_idx ON audit.event (organization_id, api_key_id, id) WHERE api_key_id IS NOT NULL;
