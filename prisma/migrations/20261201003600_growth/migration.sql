-- CreateEnum
CREATE TYPE "growth_status" AS ENUM ('requested', 'running', 'done', 'stopped', 'failed');

-- AlterTable
ALTER TABLE "outbox_records" ADD COLUMN     "growth_id" UUID;

-- CreateTable
CREATE TABLE "growth_studies" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "status" "growth_status" NOT NULL DEFAULT 'requested',
    "order" JSONB NOT NULL,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "result" JSONB,
    "requested_by" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "growth_studies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "growth_studies_provider_id_requested_at_idx" ON "growth_studies"("provider_id", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "growth_studies_provider_id_id_key" ON "growth_studies"("provider_id", "id");

-- CreateIndex
CREATE INDEX "outbox_records_growth_id_idx" ON "outbox_records"("growth_id");

-- AddForeignKey
ALTER TABLE "outbox_records" ADD CONSTRAINT "outbox_records_provider_id_growth_id_fkey" FOREIGN KEY ("provider_id", "growth_id") REFERENCES "growth_studies"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "growth_studies" ADD CONSTRAINT "growth_studies_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a restart asks for.
CREATE INDEX growth_studies_unfinished ON growth_studies (id) WHERE status IN ('requested', 'running');
