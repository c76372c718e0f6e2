-- CreateTable
CREATE TABLE "contraindications" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "set_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contraindications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "legal_practices" (
    "provider_id" UUID NOT NULL,
    "readings" JSONB NOT NULL DEFAULT '{}',
    "follows_transfers" BOOLEAN NOT NULL DEFAULT false,
    "days_off" DATE[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legal_practices_pkey" PRIMARY KEY ("provider_id")
);

-- CreateIndex
CREATE INDEX "contraindications_client_id_set_on_idx" ON "contraindications"("client_id", "set_on");

-- AddForeignKey
ALTER TABLE "contraindications" ADD CONSTRAINT "contraindications_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "legal_practices" ADD CONSTRAINT "legal_practices_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say. Reports are never changed or taken back: only a new certificate lifts them.
ALTER TABLE contraindications ADD CONSTRAINT contraindications_kind_check
  CHECK (kind IN ('tuberculosis', 'acuteInfection', 'sexuallyTransmitted'));
ALTER TABLE legal_practices ADD CONSTRAINT legal_practices_readings_check CHECK (jsonb_typeof(readings) = 'object');
CREATE TRIGGER contraindications_append_only BEFORE UPDATE OR DELETE ON contraindications
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
