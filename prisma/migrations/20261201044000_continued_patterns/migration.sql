-- Patterns that go on with the visits of another since its hours were cut anew.
ALTER TABLE "visit_patterns" ADD COLUMN "continues_id" UUID;
ALTER TABLE "visit_patterns" ADD CONSTRAINT "visit_patterns_provider_id_continues_id_fkey"
  FOREIGN KEY ("provider_id", "continues_id") REFERENCES "visit_patterns"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
