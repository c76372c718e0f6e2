-- The announced first day at home of a client who is away. While the end is open, visits from then on are reserved; once it is
-- known, those between are what was held for nothing.
ALTER TABLE "client_absences" ADD COLUMN "expected_on" DATE;
ALTER TABLE client_absences ADD CONSTRAINT client_absences_expected_check
  CHECK (expected_on IS NULL OR (expected_on >= from_date AND (to_date IS NULL OR expected_on <= to_date)));
