-- CreateTable
CREATE TABLE "pay_settings" (
    "provider_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pay_settings_pkey" PRIMARY KEY ("provider_id")
);

-- AddForeignKey
ALTER TABLE "pay_settings" ADD CONSTRAINT "pay_settings_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.
ALTER TABLE pay_settings ADD CONSTRAINT pay_settings_model_check
  CHECK (model IN ('whole_time', 'without_commute', 'care_and_ways', 'care'));
