-- CreateTable
CREATE TABLE "visit_overruns" (
    "visit_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_overruns_pkey" PRIMARY KEY ("visit_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "visit_overruns_provider_id_visit_id_key" ON "visit_overruns"("provider_id", "visit_id");

-- AddForeignKey
ALTER TABLE "visit_overruns" ADD CONSTRAINT "visit_overruns_provider_id_visit_id_fkey" FOREIGN KEY ("provider_id", "visit_id") REFERENCES "visits"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
