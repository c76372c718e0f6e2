-- AlterTable
ALTER TABLE "execution_events" ADD COLUMN     "age_seconds" INTEGER;

-- CreateTable
CREATE TABLE "observation_reports" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "client_event_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "note" TEXT,
    "called_at" TIMESTAMPTZ(3),
    "client_informed" BOOLEAN NOT NULL,
    "consented" BOOLEAN,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "observation_reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_answers" (
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "question" TEXT,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "change_answers_pkey" PRIMARY KEY ("plan_id","visit_id","staff_id")
);

-- CreateTable
CREATE TABLE "secret_links" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "staff_id" UUID,
    "client_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" UUID NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "secret_links_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "observation_reports_client_id_occurred_at_idx" ON "observation_reports"("client_id", "occurred_at");

-- CreateIndex
CREATE INDEX "observation_reports_visit_id_idx" ON "observation_reports"("visit_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_reports_provider_id_client_event_id_key" ON "observation_reports"("provider_id", "client_event_id");

-- CreateIndex
CREATE INDEX "change_answers_visit_id_idx" ON "change_answers"("visit_id");

-- CreateIndex
CREATE INDEX "change_answers_staff_id_idx" ON "change_answers"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "secret_links_secret_hash_key" ON "secret_links"("secret_hash");

-- CreateIndex
CREATE INDEX "secret_links_provider_id_kind_idx" ON "secret_links"("provider_id", "kind");

-- CreateIndex
CREATE INDEX "secret_links_staff_id_idx" ON "secret_links"("staff_id");

-- CreateIndex
CREATE INDEX "secret_links_client_id_idx" ON "secret_links"("client_id");

-- AddForeignKey
ALTER TABLE "observation_reports" ADD CONSTRAINT "observation_reports_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_reports" ADD CONSTRAINT "observation_reports_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_reports" ADD CONSTRAINT "observation_reports_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_answers" ADD CONSTRAINT "change_answers_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_answers" ADD CONSTRAINT "change_answers_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_answers" ADD CONSTRAINT "change_answers_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "secret_links" ADD CONSTRAINT "secret_links_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE execution_events ADD CONSTRAINT execution_events_age_check CHECK (age_seconds >= 0);
ALTER TABLE observation_reports ADD CONSTRAINT observation_reports_code_check CHECK (code ~ '^([HD][1-8]|E[1-6])$');
ALTER TABLE observation_reports ADD CONSTRAINT observation_reports_called_check CHECK (called_at IS NULL OR code ~ '^E');
ALTER TABLE change_answers ADD CONSTRAINT change_answers_answer_check CHECK (answer IN ('accepted', 'asked'));
ALTER TABLE secret_links ADD CONSTRAINT secret_links_kind_check
  CHECK ((kind = 'calendar' AND staff_id IS NOT NULL AND client_id IS NULL) OR (kind = 'week' AND client_id IS NOT NULL AND staff_id IS NULL));
CREATE TRIGGER observation_reports_append_only BEFORE UPDATE OR DELETE ON observation_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
