-- As before, but the time is read once the row is ours: of undoing and purging at the last moment one happens.
CREATE OR REPLACE FUNCTION tenancy.stop_closing() RETURNS boolean
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    end_of_grace timestamptz;
BEGIN
    SELECT closes_at INTO end_of_grace
    FROM tenancy.closing
    FOR UPDATE;
    IF end_of_grace IS NULL OR end_of_grace <= clock_timestamp() THEN
        RETURN false;
    END IF;
    DELETE FROM tenancy.closing;
    RETURN true;
END
$$;

-- Deletes rows of the bound organization, at most so many, in whatever tables there are; itself last. Returns whether there
-- may be more. It deletes what the application may not, the trail; therefore it judges itself that the grace is over,
-- whose end the application can't move, and takes the organization whole.
CREATE FUNCTION tenancy.purge(most integer) RETURNS boolean
    LANGUAGE plpgsql VOLATILE STRICT SECURITY DEFINER
    SET search_path = pg_catalog, pg_temp
    AS $$
DECLARE
    mine CONSTANT uuid := tenancy.current_organization();
    victim regclass;
    deleted bigint;
BEGIN
    PERFORM
    FROM tenancy.closing
    WHERE organization_id = mine AND closes_at <= clock_timestamp()
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the organization is not to be deleted, or not yet' USING ERRCODE = 'CB003';
    END IF;

    FOR victim IN
        WITH RECURSIVE holder AS (
            SELECT pg_class.oid
            FROM pg_class
            JOIN pg_namespace ON pg_namespace.oid = relnamespace
            JOIN pg_attribute ON attrelid = pg_class.oid
            WHERE relkind IN ('r', 'p') AND NOT relispartition
              AND attname = 'organization_id' AND atttypid = 'uuid'::regtype AND NOT attisdropped
              AND nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
              AND pg_class.oid NOT IN ('tenancy.organization'::regclass, 'tenancy.closing'::regclass)
        ), reference AS (
            SELECT DISTINCT conrelid AS child, confrelid AS parent
            FROM pg_constraint
            WHERE contype = 'f' AND conrelid <> confrelid
        ), chain AS (
            SELECT oid, 0 AS depth
            FROM holder
            UNION
            SELECT child, depth + 1
            FROM chain
            JOIN reference ON parent = oid
            WHERE depth < 100
        )
        -- What refers to others goes before them.
        SELECT chain.oid
        FROM chain
        JOIN holder USING (oid)
        GROUP BY chain.oid
        ORDER BY max(depth) DESC, chain.oid
    LOOP
        EXECUTE format(
            'DELETE FROM %1$s WHERE organization_id = $1 '
            'AND ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE organization_id = $1 LIMIT $2))',
            victim)
        USING mine, most;
        GET DIAGNOSTICS deleted = ROW_COUNT;
        IF deleted > 0 THEN
            RETURN true;
        END IF;
    END LOOP;

    DELETE FROM tenancy.organization WHERE organization_id = mine;
    DELETE FROM tenancy.closing WHERE organization_id = mine;
    RETURN false;
END
$$;

GRANT EXECUTE ON FUNCTION tenancy.purge(integer) TO "${app}";
