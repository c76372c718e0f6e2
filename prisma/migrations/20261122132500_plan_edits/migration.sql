-- AlterTable
ALTER TABLE "plans" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "plan_edits" (
    "id" BIGSERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "visits" TEXT[],
    "change" JSONB NOT NULL,
    "undone_revision" INTEGER,
    "dropped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "plan_edits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_pins" (
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "part" SMALLINT NOT NULL,
    "staff_id" UUID,
    "starts_at" TIMESTAMPTZ(0),
    "reason" TEXT NOT NULL,
    "pinned_by" UUID NOT NULL,
    "pinned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_pins_pkey" PRIMARY KEY ("plan_id","visit_id","part")
);

-- CreateIndex
CREATE INDEX "plan_edits_plan_id_revision_idx" ON "plan_edits"("plan_id", "revision");

-- CreateIndex
CREATE INDEX "visit_pins_visit_id_idx" ON "visit_pins"("visit_id");

-- CreateIndex
CREATE INDEX "visit_pins_staff_id_idx" ON "visit_pins"("staff_id");

-- AddForeignKey
ALTER TABLE "plan_edits" ADD CONSTRAINT "plan_edits_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_pins" ADD CONSTRAINT "visit_pins_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_pins" ADD CONSTRAINT "visit_pins_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_pins" ADD CONSTRAINT "visit_pins_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say. An edit is either of the four kinds; a pin settles something and says why.
ALTER TABLE plan_edits ADD CONSTRAINT plan_edits_kind_check CHECK (kind IN ('moved', 'removed', 'pinned', 'unpinned'));
ALTER TABLE plan_edits ADD CONSTRAINT plan_edits_revision_check CHECK (revision > 0 AND undone_revision > revision);
ALTER TABLE visit_pins ADD CONSTRAINT visit_pins_settles_check CHECK (staff_id IS NOT NULL OR starts_at IS NOT NULL);
ALTER TABLE visit_pins ADD CONSTRAINT visit_pins_reason_check CHECK (length(trim(reason)) BETWEEN 1 AND 500);
