-- The state's list of paid manipulations as a provider keeps it (S002, S035); empty until it is brought.
CREATE TABLE "manipulation_codes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "professions" "profession"[] NOT NULL,
    "referrals" "referral_kind"[] NOT NULL,
    "cents" INTEGER,
    "source" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manipulation_codes_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "manipulation_codes_days_check" CHECK (valid_to >= valid_from),
    CONSTRAINT "manipulation_codes_cents_check" CHECK (cents >= 0)
);
CREATE UNIQUE INDEX "manipulation_codes_provider_id_external_id_key" ON "manipulation_codes"("provider_id", "external_id");
ALTER TABLE "manipulation_codes" ADD CONSTRAINT "manipulation_codes_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The client's list of medicines (S045, S094).
CREATE TABLE "medicines" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "dose" TEXT NOT NULL,
    "directions" TEXT NOT NULL,
    "prescribed_by" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "medicines_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "medicines_days_check" CHECK (valid_to >= valid_from)
);
CREATE UNIQUE INDEX "medicines_provider_id_external_id_key" ON "medicines"("provider_id", "external_id");
CREATE INDEX "medicines_client_id_idx" ON "medicines"("client_id");
ALTER TABLE "medicines" ADD CONSTRAINT "medicines_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
