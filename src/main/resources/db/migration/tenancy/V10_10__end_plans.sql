-- A plan that ends names the one that follows. Whoever reads the plan after that reads the one that follows, also before
-- the row says so.
ALTER TABLE tenancy.organization
    ADD COLUMN plan_since timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN plan_ends_at timestamptz,
    ADD COLUMN next_plan text,
    ADD CONSTRAINT organization_plan_end CHECK ((plan_ends_at IS NULL) = (next_plan IS NULL));

ALTER TABLE tenancy.organization NO FORCE ROW LEVEL SECURITY;
UPDATE tenancy.organization
SET plan_since = created_at;
UPDATE tenancy.organization
SET plan_ends_at = created_at + interval '14 days', next_plan = 'free'
WHERE plan = 'trial';
ALTER TABLE tenancy.organization FORCE ROW LEVEL SECURITY;
