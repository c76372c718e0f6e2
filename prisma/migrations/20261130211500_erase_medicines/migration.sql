-- A client's list of medicines goes with the client.
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('erase_client'::regproc), '''needy_statuses''', '''needy_statuses'', ''medicines''');
END $$;
