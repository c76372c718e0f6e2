-- Lists may be empty, never null.
ALTER TABLE pattern_changes ALTER COLUMN tasks SET NOT NULL;

-- An erasure also takes what people wrote: notes and reasons may name somebody, or tell of their health. Texts that must
-- not be empty become a dash.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'TRUNCATE' AND current_setting('app.erasing', true) = 'yes' AND current_user <> 'apgaita_app'
    AND TG_TABLE_NAME IN ('execution_events', 'observation_reports', 'contraindications', 'visit_confirmations')
  THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION erase_client(p uuid, c uuid, at timestamptz)
  RETURNS TABLE ("table" text, deleted boolean, rows int) LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  changes text;
  whose text;
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
  FOR "table", changes, whose IN VALUES
    ('clients', 'external_id = ''erased-'' || left(id::text, 8), given_name = ''–'', family_name = ''–'', birth_date = NULL,
      sex = NULL, phone = NULL, languages = ''{}'', declared_address = ''–'', actual_address = ''–'', neighbourhood = NULL,
      latitude = round(latitude::numeric, 1), longitude = round(longitude::numeric, 1), floor = NULL, lift = NULL,
      door_code = NULL, key_note = NULL, access_note = NULL, flags = ''{}'', erased_at = $3, updated_at = $3', 'id = $2'),
    ('certificates', 'issued_by = ''–'', tuberculosis = false, acute_infection = false, sexually_transmitted = false,
      recommendation = NULL, updated_at = $3', 'client_id = $2'),
    ('referrals', 'issuer = ''–'', care_diagnosis = ''–'', mobility_diagnosis = NULL, onset_on = NULL, discharged_on = NULL,
      orders = NULL, updated_at = $3', 'client_id = $2'),
    ('emergency_accesses', 'reason = ''–'', note = NULL', 'client_id = $2'),
    ('execution_events', 'latitude = NULL, longitude = NULL, accuracy_metres = NULL, age_seconds = NULL,
      note = CASE WHEN note IS NULL THEN NULL ELSE ''–'' END, reason = CASE WHEN reason IS NULL THEN NULL ELSE ''–'' END',
      'visit'),
    ('visit_confirmations', 'note = ''–''', 'visit'),
    ('change_answers', 'question = CASE WHEN question IS NULL THEN NULL ELSE ''–'' END', 'visit'),
    ('visit_pins', 'reason = ''–''', 'visit'),
    ('decision_changes', 'reason = CASE WHEN reason IS NULL THEN NULL ELSE ''–'' END',
      'decision_id IN (SELECT id FROM decisions WHERE provider_id = $1 AND client_id = $2)'),
    ('pattern_changes', 'reason = ''–''',
      'pattern_id IN (SELECT id FROM visit_patterns WHERE provider_id = $1 AND client_id = $2)'),
    ('plan_edits', 'reason = ''–''',
      'reason IS NOT NULL AND visits && ARRAY(SELECT key FROM visits WHERE provider_id = $1 AND client_id = $2)')
  LOOP
    IF whose = 'visit' THEN
      whose := 'visit_id IN (SELECT id FROM visits WHERE provider_id = $1 AND client_id = $2)';
    END IF;
    EXECUTE format('UPDATE %I SET %s WHERE provider_id = $1 AND %s', "table", changes, whose) USING p, c, at;
    GET DIAGNOSTICS rows = ROW_COUNT;
    RETURN NEXT;
  END LOOP;

  PERFORM set_config('app.erasing', '', true);
END $$;
