CREATE SCHEMA plans;

-- Which organization's plan ends when, for the server to look up before it is at work for any of them.
CREATE TABLE plans.plan_end (
    organization_id uuid        NOT NULL,
    ends_at         timestamptz NOT NULL,
    PRIMARY KEY (organization_id)
);
CREATE INDEX plan_end_time ON plans.plan_end (ends_at);

ALTER TABLE tenancy.organization NO FORCE ROW LEVEL SECURITY;
INSERT INTO plans.plan_end (organization_id, ends_at)
SELECT organization_id, plan_ends_at
FROM tenancy.organization
WHERE plan_ends_at IS NOT NULL;
ALTER TABLE tenancy.organization FORCE ROW LEVEL SECURITY;
