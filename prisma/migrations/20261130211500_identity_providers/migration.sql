-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "identity_subject" TEXT;

-- CreateTable
CREATE TABLE "identity_providers" (
    "provider_id" UUID NOT NULL,
    "domain" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "identity_providers_pkey" PRIMARY KEY ("provider_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "identity_providers_domain_key" ON "identity_providers"("domain");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_id_identity_subject_key" ON "accounts"("provider_id", "identity_subject");

-- AddForeignKey
ALTER TABLE "identity_providers" ADD CONSTRAINT "identity_providers_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
