-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "totp_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "totp_last_step" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "totp_secret" TEXT;

-- AlterTable
ALTER TABLE "audit_entries" ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "device" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "password_links" (
    "token_hash" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_links_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "password_links_account_id_idx" ON "password_links"("account_id");

-- AddForeignKey
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_provider_id_account_id_fkey" FOREIGN KEY ("provider_id", "account_id") REFERENCES "accounts"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: the trail as a chain. Each entry of a provider carries a number and a hash over itself and the
-- entry before, so that an entry changed, taken out or put in between is found by computing the chain again.
CREATE FUNCTION trail_hash(previous text, e audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(concat_ws(E'\x1f', previous, e.number, e.provider_id,
    (extract(epoch FROM e.at) * 1000)::bigint, coalesce(e.actor, ''), e.action, e.subject_kind, e.subject_id, e.detail), 'UTF8')), 'hex')
$$;

ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only;
DO $$
DECLARE
  entry audit_entries;
  provider uuid;
  previous text;
BEGIN
  FOR entry IN SELECT * FROM audit_entries ORDER BY provider_id, id LOOP
    IF provider IS DISTINCT FROM entry.provider_id THEN
      provider := entry.provider_id; previous := ''; entry.number := 0;
      UPDATE audit_entries SET number = 1 WHERE id = entry.id RETURNING * INTO entry;
    ELSE
      UPDATE audit_entries SET number = 1 + (SELECT max(number) FROM audit_entries WHERE provider_id = provider) WHERE id = entry.id RETURNING * INTO entry;
    END IF;
    previous := trail_hash(previous, entry);
    UPDATE audit_entries SET hash = previous WHERE id = entry.id;
  END LOOP;
END $$;
ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_append_only;

-- CreateIndex
CREATE UNIQUE INDEX "audit_entries_provider_id_number_key" ON "audit_entries"("provider_id", "number");
-- CreateIndex
CREATE UNIQUE INDEX "sessions_id_key" ON "sessions"("id");

-- Writers of one provider's trail follow one another until they commit, or two entries would follow the same one.
CREATE FUNCTION chain_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last audit_entries;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('trail ' || NEW.provider_id, 0));
  SELECT * INTO last FROM audit_entries WHERE provider_id = NEW.provider_id ORDER BY number DESC LIMIT 1;
  NEW.number := coalesce(last.number, 0) + 1;
  NEW.hash := trail_hash(coalesce(last.hash, ''), NEW);
  RETURN NEW;
END $$;
CREATE TRIGGER audit_entries_chain BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION chain_entry();
CREATE TRIGGER audit_entries_stay BEFORE TRUNCATE ON audit_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Lists may be empty, never null.
ALTER TABLE plan_edits ALTER COLUMN visits SET NOT NULL;
