-- Makes a table the tenants': after CREATE TABLE, CALL tenancy.isolate('module.table'). Raises when its shape is not
-- a tenant table's. Indexes and keys added later are held to the same shape by the test that reads the catalog.
CREATE PROCEDURE tenancy.isolate(tenant_table regclass)
    LANGUAGE plpgsql
    AS $$
DECLARE
    organization pg_catalog.pg_attribute;
    flaw text;
BEGIN
    SELECT * INTO organization
    FROM pg_catalog.pg_attribute
    WHERE attrelid = tenant_table AND attname = 'organization_id' AND NOT attisdropped;

    IF organization.attnum IS NULL OR organization.atttypid <> 'uuid'::regtype OR NOT organization.attnotnull THEN
        RAISE EXCEPTION '% has no organization_id uuid NOT NULL', tenant_table;
    END IF;

    IF NOT EXISTS (
        SELECT FROM pg_catalog.pg_attrdef
        WHERE adrelid = tenant_table AND adnum = organization.attnum
          AND pg_catalog.pg_get_expr(adbin, adrelid) = 'tenancy.current_organization()'
    ) THEN
        RAISE EXCEPTION '%.organization_id has no DEFAULT tenancy.current_organization()', tenant_table;
    END IF;

    IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conrelid = tenant_table AND contype = 'p') THEN
        RAISE EXCEPTION '% has no primary key', tenant_table;
    END IF;

    SELECT pg_catalog.string_agg(indexrelid::regclass::text, ', ') INTO flaw
    FROM pg_catalog.pg_index
    WHERE indrelid = tenant_table AND indkey[0] <> organization.attnum;
    IF flaw IS NOT NULL THEN
        RAISE EXCEPTION 'organization_id does not come first in % of %', flaw, tenant_table;
    END IF;

    SELECT pg_catalog.string_agg(own.conname, ', ') INTO flaw
    FROM pg_catalog.pg_constraint own
    JOIN pg_catalog.pg_attribute target ON target.attrelid = own.confrelid AND target.attname = 'organization_id'
    WHERE own.conrelid = tenant_table AND own.contype = 'f'
      AND (own.conkey[1] <> organization.attnum OR own.confkey[1] <> target.attnum);
    IF flaw IS NOT NULL THEN
        RAISE EXCEPTION 'organization_id does not come first in foreign key % of %', flaw, tenant_table;
    END IF;

    EXECUTE pg_catalog.format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE pg_catalog.format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE pg_catalog.format(
        'CREATE POLICY organization ON %s '
        'USING (organization_id = (SELECT tenancy.current_organization())) '
        'WITH CHECK (organization_id = (SELECT tenancy.current_organization()))',
        tenant_table);
END
$$;
