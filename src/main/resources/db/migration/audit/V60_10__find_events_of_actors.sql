-- What somebody did themselves, newest first.
CREATE INDEX event_actor_idx ON audit.event (organization_id, actor_id, id);
