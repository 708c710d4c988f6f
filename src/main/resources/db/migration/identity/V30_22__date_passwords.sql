-- A log-in that was checked against the former password must not begin a session after a change has ended all others.
ALTER TABLE identity.account ADD COLUMN password_changed_at timestamptz NOT NULL DEFAULT now();
