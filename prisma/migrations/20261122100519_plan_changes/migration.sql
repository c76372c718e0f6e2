-- AlterTable
ALTER TABLE "outbox_records" ADD COLUMN     "change_id" BIGINT,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "plans" ADD COLUMN     "based_on_id" UUID,
ADD COLUMN     "changes_through" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "terms" ADD COLUMN     "opinion_requested_on" DATE;

-- CreateTable
CREATE TABLE "plan_changes" (
    "id" BIGSERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "client_id" UUID,
    "staff_id" UUID,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by" TEXT,

    CONSTRAINT "plan_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_differences" (
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "effect" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "change_id" BIGINT,
    "before_start" TIMESTAMPTZ(0),
    "before_staff" UUID[],
    "after_start" TIMESTAMPTZ(0),
    "after_staff" UUID[],

    CONSTRAINT "plan_differences_pkey" PRIMARY KEY ("plan_id","visit_id")
);

-- CreateTable
CREATE TABLE "client_absences" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_absences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_cancellations" (
    "visit_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_cancellations_pkey" PRIMARY KEY ("visit_id")
);

-- CreateTable
CREATE TABLE "replan_settings" (
    "provider_id" UUID NOT NULL,
    "publishes" BOOLEAN NOT NULL DEFAULT false,
    "most_changed_visits" INTEGER NOT NULL DEFAULT 5,
    "protected_hours" INTEGER NOT NULL DEFAULT 24,
    "frozen_minutes" INTEGER NOT NULL DEFAULT 60,
    "horizon_days" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "replan_settings_pkey" PRIMARY KEY ("provider_id")
);

-- CreateTable
CREATE TABLE "work_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "client_id" UUID,
    "staff_id" UUID,
    "about" DATE NOT NULL,
    "due_at" TIMESTAMPTZ(0) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "owner_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "done_by" TEXT,

    CONSTRAINT "work_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_runs" (
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_runs_pkey" PRIMARY KEY ("provider_id","name","date")
);

-- CreateIndex
CREATE INDEX "plan_changes_provider_id_id_idx" ON "plan_changes"("provider_id", "id");

-- CreateIndex
CREATE INDEX "plan_differences_visit_id_idx" ON "plan_differences"("visit_id");

-- CreateIndex
CREATE INDEX "plan_differences_change_id_idx" ON "plan_differences"("change_id");

-- CreateIndex
CREATE INDEX "client_absences_provider_id_from_date_idx" ON "client_absences"("provider_id", "from_date");

-- CreateIndex
CREATE INDEX "client_absences_client_id_idx" ON "client_absences"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_cancellations_provider_id_visit_id_key" ON "visit_cancellations"("provider_id", "visit_id");

-- CreateIndex
CREATE INDEX "work_items_provider_id_done_at_due_at_idx" ON "work_items"("provider_id", "done_at", "due_at");

-- CreateIndex
CREATE INDEX "work_items_owner_id_idx" ON "work_items"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_items_provider_id_key_key" ON "work_items"("provider_id", "key");

-- CreateIndex
CREATE INDEX "outbox_records_change_id_idx" ON "outbox_records"("change_id");

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "plans"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_records" ADD CONSTRAINT "outbox_records_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "plan_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_changes" ADD CONSTRAINT "plan_changes_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_differences" ADD CONSTRAINT "plan_differences_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_differences" ADD CONSTRAINT "plan_differences_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_differences" ADD CONSTRAINT "plan_differences_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "plan_changes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_absences" ADD CONSTRAINT "client_absences_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_cancellations" ADD CONSTRAINT "visit_cancellations_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "replan_settings" ADD CONSTRAINT "replan_settings_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_runs" ADD CONSTRAINT "schedule_runs_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------
-- From here on by hand: what the database forbids and Prisma cannot say.
-- ---------------------------------------------------------------------------

-- Lists may be empty, never null.
ALTER TABLE plan_differences ALTER COLUMN before_staff SET NOT NULL, ALTER COLUMN after_staff SET NOT NULL;

ALTER TABLE plan_changes ADD CONSTRAINT plan_changes_days_check CHECK (to_date >= from_date);
ALTER TABLE client_absences ADD CONSTRAINT client_absences_days_check CHECK (to_date >= from_date);
ALTER TABLE replan_settings ADD CONSTRAINT replan_settings_amounts_check
  CHECK (most_changed_visits BETWEEN 0 AND 1000 AND protected_hours BETWEEN 0 AND 744 AND frozen_minutes BETWEEN 0 AND 1440
         AND horizon_days BETWEEN 0 AND 31);

-- A recomputed draft gives way to the next one without ever having been published.
ALTER TABLE plans DROP CONSTRAINT plans_status_check;
ALTER TABLE plans ADD CONSTRAINT plans_status_check
  CHECK (CASE status WHEN 'requested' THEN finished_at IS NULL WHEN 'running' THEN finished_at IS NULL AND started_at IS NOT NULL
         WHEN 'failed' THEN failure IS NOT NULL AND finished_at IS NOT NULL
         WHEN 'draft' THEN figures IS NOT NULL AND finished_at IS NOT NULL
         WHEN 'superseded' THEN figures IS NOT NULL AND (published_at IS NOT NULL OR based_on_id IS NOT NULL)
         ELSE figures IS NOT NULL AND published_at IS NOT NULL END);

-- What happened stays as it was told; what is still open is asked for every few seconds.
CREATE TRIGGER plan_changes_append_only BEFORE UPDATE OR DELETE ON plan_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE INDEX outbox_records_unsettled ON outbox_records (id) WHERE change_id IS NOT NULL AND settled_at IS NULL;
