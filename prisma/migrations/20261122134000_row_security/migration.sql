-- Row-level security, the second line behind the where-clauses: a session of the role apgaita_app sees and writes the rows
-- of the provider named by the setting app.provider_id, and no row while the setting is empty. The owner of the tables is
-- not bound: migrations, and the few methods that look across providers, run as the owner.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'apgaita_app') THEN
    CREATE ROLE apgaita_app NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the cluster was quicker
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'apgaita_app', 'MEMBER') THEN
    EXECUTE format('GRANT apgaita_app TO %I', current_user);
  END IF;
END $$;

-- Null while no provider is named: then nothing is anybody's.
CREATE FUNCTION current_provider() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.provider_id', true), '')::uuid $$;

-- Binds every table that carries a provider and is not bound yet. The migration runner calls it after each migration, so
-- that a new table cannot be forgotten.
CREATE FUNCTION secure_tables() RETURNS void LANGUAGE plpgsql AS $$
DECLARE target record;
BEGIN
  FOR target IN
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'provider_id' AND NOT a.attisdropped
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target.name);
    EXECUTE format('CREATE POLICY own_provider ON %s USING (provider_id = current_provider())', target.name);
  END LOOP;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO apgaita_app', current_schema());
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO apgaita_app', current_schema());
  EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO apgaita_app', current_schema());
  REVOKE ALL ON _prisma_migrations FROM apgaita_app;
  REVOKE UPDATE, DELETE ON audit_entries FROM apgaita_app;
END $$;

-- The two tables whose provider stands elsewhere than in provider_id.
ALTER TABLE providers ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_provider ON providers USING (id = current_provider());
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_provider ON sessions
  USING (EXISTS (SELECT 1 FROM accounts WHERE accounts.id = sessions.account_id AND accounts.provider_id = current_provider()));

SELECT secure_tables();
