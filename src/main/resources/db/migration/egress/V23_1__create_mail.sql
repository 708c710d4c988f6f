CREATE SCHEMA egress;

-- Global: a mail goes to a person, who may belong to no organization yet or to several, and is sent with none bound.
-- It holds what the mail is about, never what it says: links and codes are made when it is sent.
CREATE TABLE egress.mail (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    recipient text NOT NULL CHECK (char_length(recipient) <= 254 AND recipient ~ '^[!-~]+$'),
    account_id uuid,
    facts jsonb NOT NULL,
    status text NOT NULL DEFAULT 'waiting'
        CHECK (status IN ('waiting', 'sending', 'sent', 'dropped', 'failed', 'uncertain')),
    attempts integer NOT NULL DEFAULT 0,
    ordered_at timestamptz NOT NULL,
    finished_at timestamptz,
    reply text,
    CHECK ((finished_at IS NULL) = (status IN ('waiting', 'sending')))
);

CREATE INDEX mail_recipient_idx ON egress.mail (lower(recipient), kind, ordered_at);
CREATE INDEX mail_account_idx ON egress.mail (account_id, kind, ordered_at) WHERE account_id IS NOT NULL;
CREATE INDEX mail_waiting_idx ON egress.mail (ordered_at) WHERE status = 'waiting';
CREATE INDEX mail_finished_idx ON egress.mail (finished_at);
