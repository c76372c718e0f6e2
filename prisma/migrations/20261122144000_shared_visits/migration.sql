-- The one thing a provider reads of others: published visits, on its days, of clients under a key that both hold, with the
-- consents on file there. It runs as the owner of the tables and gives no name, no address and no place; a session of the
-- application asks for its own provider alone.
CREATE FUNCTION shared_visits(asking uuid, first date, last date)
RETURNS TABLE (client_id uuid, date date, profession text, tasks text[], duration_seconds int, starts_at timestamptz, consents jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT DISTINCT own.client_id, v.date, v.profession::text, v.tasks, v.duration_seconds, a.starts_at,
    coalesce((SELECT jsonb_agg(jsonb_build_object('direction', c.direction, 'givenOn', c.given_on, 'validTo', c.valid_to,
                                                  'withdrawnOn', c.withdrawn_on))
              FROM consents c WHERE c.provider_id = other.provider_id AND c.client_id = other.client_id), '[]'::jsonb)
  FROM shared_clients own
  JOIN shared_clients other ON other.key = own.key AND other.provider_id <> own.provider_id
  JOIN visits v ON v.provider_id = other.provider_id AND v.client_id = other.client_id AND v.date BETWEEN first AND last
  JOIN assignments a ON a.visit_id = v.id AND a.published AND a.part = 1
  WHERE own.provider_id = asking AND (current_setting('role') <> 'apgaita_app' OR asking = current_provider())
  ORDER BY 1, 6
$$;
