-- CreateTable
CREATE TABLE "practice_changes" (
    "id" BIGSERIAL NOT NULL,
    "provider_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "made_by" UUID NOT NULL,

    CONSTRAINT "practice_changes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "practice_changes_provider_id_idx" ON "practice_changes"("provider_id");

-- AddForeignKey
ALTER TABLE "practice_changes" ADD CONSTRAINT "practice_changes_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE practice_changes ADD CONSTRAINT practice_changes_differ_check CHECK (before <> after);
ALTER TABLE practice_changes ADD CONSTRAINT practice_changes_reason_check CHECK (reason <> '');
CREATE TRIGGER practice_changes_append_only BEFORE UPDATE OR DELETE ON practice_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();
