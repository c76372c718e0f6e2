-- AlterTable
ALTER TABLE "clients" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- From here on by hand: erasing a client's data. What is only ever added to lets go of it for the erasure alone, which the
-- programs reach through this function and in no other way: they act as apgaita_app.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'TRUNCATE' AND current_setting('app.erasing', true) = 'yes' AND current_user <> 'apgaita_app'
    AND TG_TABLE_NAME IN ('execution_events', 'observation_reports', 'contraindications')
  THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Erases what may be erased of a client and takes the names off what must be kept: decisions, visits, minutes and what was
-- billed. Returns each table with how many rows were deleted or stripped.
CREATE FUNCTION erase_client(p uuid, c uuid, at timestamptz)
  RETURNS TABLE ("table" text, deleted boolean, rows int) LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  IF p IS DISTINCT FROM current_provider() THEN
    RAISE EXCEPTION 'a client of another provider' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.erasing', 'yes', true);

  deleted := true;
  FOREACH "table" IN ARRAY ARRAY['informal_carers', 'consents', 'barthel_scores', 'household_means', 'needy_statuses',
    'contraindications', 'preferences', 'secret_links', 'rule_changes', 'shared_clients', 'client_absences',
    'observation_reports', 'work_items']
  LOOP
    EXECUTE format('DELETE FROM %I WHERE provider_id = $1 AND client_id = $2', "table") USING p, c;
    GET DIAGNOSTICS rows = ROW_COUNT;
    RETURN NEXT;
  END LOOP;

  deleted := false;
  "table" := 'clients';
  UPDATE clients SET external_id = 'erased-' || left(c::text, 8), given_name = '–', family_name = '–', birth_date = NULL,
    sex = NULL, phone = NULL, languages = '{}', declared_address = '–', actual_address = '–', neighbourhood = NULL,
    latitude = round(latitude::numeric, 1), longitude = round(longitude::numeric, 1), floor = NULL, lift = NULL,
    door_code = NULL, key_note = NULL, access_note = NULL, flags = '{}', erased_at = at, updated_at = at
    WHERE provider_id = p AND id = c;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN NEXT;

  "table" := 'certificates';
  UPDATE certificates SET issued_by = '–', tuberculosis = false, acute_infection = false, sexually_transmitted = false,
    recommendation = NULL, updated_at = at WHERE provider_id = p AND client_id = c;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN NEXT;

  "table" := 'referrals';
  UPDATE referrals SET issuer = '–', care_diagnosis = '–', mobility_diagnosis = NULL, onset_on = NULL, discharged_on = NULL,
    orders = NULL, updated_at = at WHERE provider_id = p AND client_id = c;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN NEXT;

  "table" := 'execution_events';
  UPDATE execution_events e SET latitude = NULL, longitude = NULL, accuracy_metres = NULL, note = NULL
    FROM visits v WHERE v.id = e.visit_id AND e.provider_id = p AND v.client_id = c
    AND (e.latitude IS NOT NULL OR e.note IS NOT NULL);
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN NEXT;

  "table" := 'emergency_accesses';
  UPDATE emergency_accesses SET reason = '–', note = NULL WHERE provider_id = p AND client_id = c;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN NEXT;

  PERFORM set_config('app.erasing', '', true);
END $$;
REVOKE ALL ON FUNCTION erase_client(uuid, uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_client(uuid, uuid, timestamptz) TO apgaita_app;
