-- Which organization a customer of Stripe's is, for the server to look up before it is at work for any of them.
CREATE TABLE plans.stripe_customer (
    customer_id     text NOT NULL,
    organization_id uuid NOT NULL,
    PRIMARY KEY (customer_id),
    UNIQUE (organization_id)
);
REVOKE UPDATE ON plans.stripe_customer FROM "${app}";

-- What Stripe said last of an organization's subscription. Whoever asks draws a number before; an answer counts unless
-- that of a later question is there already.
CREATE TABLE plans.stripe_subscription (
    organization_id  uuid        NOT NULL DEFAULT tenancy.current_organization(),
    asked            bigint      NOT NULL,
    answered         bigint      NOT NULL DEFAULT 0,
    subscription_id  text,
    item_id          text,
    price_id         text,
    status           text        NOT NULL DEFAULT 'NONE',
    period_ends_at   timestamptz,
    ends_with_period boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (organization_id),
    CHECK (answered <= asked)
);
CALL tenancy.isolate('plans.stripe_subscription');

-- Events that were acted on: one that comes again is not.
CREATE TABLE plans.stripe_event (
    event_id   text        NOT NULL,
    handled_at timestamptz NOT NULL,
    PRIMARY KEY (event_id)
);
CREATE INDEX stripe_event_time ON plans.stripe_event (handled_at);
REVOKE UPDATE ON plans.stripe_event FROM "${app}";
