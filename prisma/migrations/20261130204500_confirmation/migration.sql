-- CreateTable
CREATE TABLE "confirmation_limits" (
    "provider_id" UUID NOT NULL,
    "start_minutes" INTEGER NOT NULL,
    "shorter_minutes" INTEGER NOT NULL,
    "longer_minutes" INTEGER NOT NULL,
    "place_metres" INTEGER NOT NULL,
    "tasks_not_done" INTEGER NOT NULL,
    "tasks_open" INTEGER NOT NULL,
    "recorded_hours" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "confirmation_limits_pkey" PRIMARY KEY ("provider_id")
);

-- CreateTable
CREATE TABLE "visit_confirmations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "events" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "confirmed_by" UUID NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_confirmations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "visit_confirmations_provider_id_visit_id_events_key" ON "visit_confirmations"("provider_id", "visit_id", "events");

-- AddForeignKey
ALTER TABLE "confirmation_limits" ADD CONSTRAINT "confirmation_limits_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_confirmations" ADD CONSTRAINT "visit_confirmations_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE confirmation_limits ADD CONSTRAINT confirmation_limits_sign_check
  CHECK (least(start_minutes, shorter_minutes, longer_minutes, place_metres, tasks_not_done, tasks_open, recorded_hours) >= 0);
ALTER TABLE visit_confirmations ADD CONSTRAINT visit_confirmations_events_check CHECK (events >= 0);
CREATE TRIGGER visit_confirmations_append_only BEFORE UPDATE OR DELETE ON visit_confirmations FOR EACH ROW EXECUTE FUNCTION refuse_change();
