-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "recovery_codes" (
    "provider_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("account_id","code_hash")
);

-- CreateTable
CREATE TABLE "program_tokens" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "program_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "keyed_answers" (
    "provider_id" UUID NOT NULL,
    "caller_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" SMALLINT,
    "content_type" TEXT,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "keyed_answers_pkey" PRIMARY KEY ("caller_id","key")
);

-- CreateTable
CREATE TABLE "emergency_accesses" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by" UUID,
    "justified" BOOLEAN,
    "note" TEXT,

    CONSTRAINT "emergency_accesses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "program_tokens_token_hash_key" ON "program_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "program_tokens_provider_id_idx" ON "program_tokens"("provider_id");

-- CreateIndex
CREATE INDEX "keyed_answers_created_at_idx" ON "keyed_answers"("created_at");

-- CreateIndex
CREATE INDEX "emergency_accesses_provider_id_opened_at_idx" ON "emergency_accesses"("provider_id", "opened_at");

-- CreateIndex
CREATE INDEX "emergency_accesses_client_id_idx" ON "emergency_accesses"("client_id");

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_provider_id_account_id_fkey" FOREIGN KEY ("provider_id", "account_id") REFERENCES "accounts"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_tokens" ADD CONSTRAINT "program_tokens_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_provider_id_account_id_fkey" FOREIGN KEY ("provider_id", "account_id") REFERENCES "accounts"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_accesses" ADD CONSTRAINT "emergency_accesses_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Lists may be empty, never null.
ALTER TABLE program_tokens ALTER COLUMN scopes SET NOT NULL;
