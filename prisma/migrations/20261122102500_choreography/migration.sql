-- AlterTable
ALTER TABLE "visit_links" ADD COLUMN     "orders" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "rule_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "client_id" UUID,
    "rule" TEXT NOT NULL,
    "off" BOOLEAN NOT NULL,
    "severity" TEXT,
    "sets_gaps" BOOLEAN NOT NULL,
    "min_gap" INTEGER,
    "max_gap" INTEGER,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "rule_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shared_clients" (
    "provider_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by" UUID NOT NULL,

    CONSTRAINT "shared_clients_pkey" PRIMARY KEY ("provider_id","key")
);

-- CreateIndex
CREATE INDEX "rule_changes_provider_id_ended_at_idx" ON "rule_changes"("provider_id", "ended_at");

-- CreateIndex
CREATE INDEX "rule_changes_client_id_idx" ON "rule_changes"("client_id");

-- CreateIndex
CREATE INDEX "shared_clients_key_idx" ON "shared_clients"("key");

-- CreateIndex
CREATE INDEX "shared_clients_client_id_idx" ON "shared_clients"("client_id");

-- AddForeignKey
ALTER TABLE "rule_changes" ADD CONSTRAINT "rule_changes_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_changes" ADD CONSTRAINT "rule_changes_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_clients" ADD CONSTRAINT "shared_clients_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_clients" ADD CONSTRAINT "shared_clients_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: one change of a rule stands at a time, and it says what it changes.

CREATE UNIQUE INDEX "rule_changes_standing" ON "rule_changes"("provider_id", "rule", "client_id") NULLS NOT DISTINCT WHERE "ended_at" IS NULL;

ALTER TABLE "rule_changes" ADD CONSTRAINT "rule_changes_change_check" CHECK (
    CASE WHEN "off" THEN "severity" IS NULL AND NOT "sets_gaps" ELSE "severity" IS NOT NULL OR "sets_gaps" END
    AND "severity" IN ('hard', 'soft') IS NOT FALSE
    AND ("sets_gaps" OR ("min_gap" IS NULL AND "max_gap" IS NULL))
    AND "min_gap" >= 0 IS NOT FALSE AND "max_gap" >= 0 IS NOT FALSE AND "min_gap" <= "max_gap" IS NOT FALSE
);
ALTER TABLE "rule_changes" ADD CONSTRAINT "rule_changes_ended_check" CHECK (("ended_at" IS NULL) = ("ended_by" IS NULL) AND "ended_at" >= "made_at" IS NOT FALSE);
