-- Visits of a pattern that are otherwise on one day, or from a day on.
CREATE TABLE "pattern_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "pattern_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "tasks" TEXT[],
    "duration_minutes" INTEGER NOT NULL,
    "staff_count" SMALLINT NOT NULL,
    "windows" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by" UUID NOT NULL,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "pattern_changes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "pattern_changes_pattern_id_idx" ON "pattern_changes"("pattern_id");
ALTER TABLE "pattern_changes" ADD CONSTRAINT "pattern_changes_provider_id_pattern_id_fkey"
  FOREIGN KEY ("provider_id", "pattern_id") REFERENCES "visit_patterns"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "pattern_changes" ADD CONSTRAINT "pattern_changes_days_check" CHECK (to_date IS NULL OR to_date = from_date);
ALTER TABLE "pattern_changes" ADD CONSTRAINT "pattern_changes_content_check"
  CHECK (duration_minutes BETWEEN 5 AND 720 AND staff_count BETWEEN 1 AND 3 AND cardinality(tasks) > 0);
-- One change stands for a day, and one from a day on.
CREATE UNIQUE INDEX "pattern_changes_standing" ON "pattern_changes"("pattern_id", "from_date", ("to_date" IS NULL)) WHERE dropped_at IS NULL;
