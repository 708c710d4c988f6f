-- What was spent of the plan's AI credits, and on what. A month's are gone with the month.
CREATE TABLE plans.credit_entry (
    organization_id uuid        NOT NULL DEFAULT tenancy.current_organization(),
    id              uuid        NOT NULL,
    spent_at        timestamptz NOT NULL,
    amount          bigint      NOT NULL CHECK (amount > 0),
    reason          text        NOT NULL,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX credit_entry_time ON plans.credit_entry (organization_id, spent_at) INCLUDE (amount);
CALL tenancy.isolate('plans.credit_entry');
REVOKE UPDATE ON plans.credit_entry FROM "${app}";
