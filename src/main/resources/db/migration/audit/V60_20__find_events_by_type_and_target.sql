-- Newest first, of one type or about one thing.
CREATE INDEX event_type_idx ON audit.event (organization_id, type, id);
CREATE INDEX event_target_idx ON audit.event (organization_id, target_id, id);
