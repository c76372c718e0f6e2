-- A study keeps several draws of new clients; those there are have one.
UPDATE growth_studies
SET "order" = "order" || '{"draws": 1}',
    result = CASE WHEN result IS NULL THEN NULL ELSE jsonb_build_object(
      'clientsNow', result -> 'clientsNow',
      'clients', result -> 'clients',
      'draws', jsonb_build_array(jsonb_build_object(
        'seed', "order" -> 'seed',
        'cells', result -> 'cells',
        'professions', result -> 'professions'
      ))
    ) END
WHERE NOT "order" ? 'draws';
