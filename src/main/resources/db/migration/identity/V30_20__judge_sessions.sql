-- Use is what a person did, not that a page renewed its token; confirmed is when somebody last proved to be the account's
-- owner. Those who ended a session are named in the trail of its organization.
ALTER TABLE identity.session
    ADD COLUMN last_used_at timestamptz,
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN ended_by uuid;

UPDATE identity.session SET last_used_at = refreshed_at, confirmed_at = created_at;

-- The version before does not fill them.
ALTER TABLE identity.session
    ALTER COLUMN last_used_at SET DEFAULT now(),
    ALTER COLUMN last_used_at SET NOT NULL,
    ALTER COLUMN confirmed_at SET DEFAULT now(),
    ALTER COLUMN confirmed_at SET NOT NULL;

-- An account has few sessions that were not ended, however many it had. Without last_used_at, which changes often.
CREATE INDEX session_open_idx ON identity.session (account_id) WHERE ended_at IS NULL;

ALTER TABLE identity.account
    ADD COLUMN idle_timeout_minutes integer CHECK (idle_timeout_minutes IN (15, 30, 60, 240, 480));
