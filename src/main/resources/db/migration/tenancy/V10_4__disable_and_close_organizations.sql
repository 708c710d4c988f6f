-- By the operator.
ALTER TABLE tenancy.organization ADD COLUMN disabled_at timestamptz;

-- An organization whose Owner wants it deleted, and from when on it may be. How long the grace is, is decided here alone:
-- the application may read the date and neither set nor move it.
CREATE TABLE tenancy.closing (
    organization_id uuid NOT NULL DEFAULT tenancy.current_organization(),
    closes_at timestamptz NOT NULL,
    PRIMARY KEY (organization_id)
);

CALL tenancy.isolate('tenancy.closing');
REVOKE INSERT, UPDATE, DELETE ON tenancy.closing FROM "${app}";

-- Runs with the rights of the owner, on whom row security is forced: it reaches the bound organization alone. Of two at
-- once the second changes nothing.
CREATE FUNCTION tenancy.begin_closing() RETURNS timestamptz
    LANGUAGE sql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$
        INSERT INTO tenancy.closing (closes_at)
        VALUES (now() + interval '7 days')
        ON CONFLICT (organization_id) DO UPDATE
        SET closes_at = tenancy.closing.closes_at
        RETURNING closes_at
    $$;

-- Whether it was closing, and still in time.
CREATE FUNCTION tenancy.stop_closing() RETURNS boolean
    LANGUAGE sql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$
        WITH stopped AS (
            DELETE FROM tenancy.closing
            WHERE closes_at > now()
            RETURNING closes_at
        )
        SELECT EXISTS (SELECT FROM stopped)
    $$;

GRANT EXECUTE ON FUNCTION tenancy.begin_closing(), tenancy.stop_closing() TO "${app}";
