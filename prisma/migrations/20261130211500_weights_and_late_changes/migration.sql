-- AlterTable
ALTER TABLE "plans" ADD COLUMN     "late_changes" INTEGER,
ADD COLUMN     "profile" TEXT,
ADD COLUMN     "publish_reason" TEXT,
ADD COLUMN     "stop_requested" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "weights" JSONB;

-- CreateTable
CREATE TABLE "weight_profiles" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "weights" JSONB NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "weight_profiles_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "weight_profiles_provider_id_name_key" ON "weight_profiles"("provider_id", "name");

-- AddForeignKey
ALTER TABLE "weight_profiles" ADD CONSTRAINT "weight_profiles_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
