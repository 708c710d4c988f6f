-- What later objects of the owner grant to the application, unless a migration says otherwise.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO "${app}";
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${app}";
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO "${app}";
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA tenancy;

-- The setting reads as NULL in a fresh session and as '' after a transaction that had it.
CREATE FUNCTION tenancy.current_organization() RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL SAFE
    AS $$
DECLARE
    bound CONSTANT text := pg_catalog.current_setting('claribi.organization', true);
BEGIN
    IF bound IS NULL OR bound = '' THEN
        RAISE EXCEPTION 'no organization is bound to this transaction' USING ERRCODE = 'CB001';
    END IF;
    RETURN bound::uuid;
END
$$;

-- SET LOCAL rather than set_config, which the application may not execute: so it needs no rights of the owner's.
CREATE FUNCTION tenancy.bind_organization(organization uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE STRICT
    AS $$
DECLARE
    bound CONSTANT text := pg_catalog.current_setting('claribi.organization', true);
BEGIN
    IF bound <> '' THEN
        RAISE EXCEPTION 'an organization is bound to this transaction already' USING ERRCODE = 'CB002';
    END IF;
    EXECUTE pg_catalog.format('SET LOCAL claribi.organization = %L', organization);
END
$$;

GRANT EXECUTE ON FUNCTION tenancy.current_organization(), tenancy.bind_organization(uuid) TO "${app}";
