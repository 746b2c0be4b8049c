-- Events get the number by which consoles follow them when their transaction commits, under the lock that keeps numbers in order.
-- A lock taken by a statement would be held until the client sends COMMIT, and a busy client is slow to do so.
CREATE FUNCTION "number_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(730107);
  UPDATE "event" SET "id" = nextval('event_id_seq') WHERE "id" = NEW."id";
  PERFORM pg_notify('cuedesk_event', '');
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "event_numbered_at_commit" AFTER INSERT ON "event"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "number_event"();
