-- AlterEnum
ALTER TYPE "execution_event_kind" ADD VALUE 'no_answer';
ALTER TYPE "execution_event_kind" ADD VALUE 'running_late';
ALTER TYPE "execution_event_kind" ADD VALUE 'unsafe';
ALTER TYPE "execution_event_kind" ADD VALUE 'not_given';
ALTER TYPE "execution_event_kind" ADD VALUE 'withdrawn';

-- CreateEnum
CREATE TYPE "rounding_mode" AS ENUM ('down', 'nearest', 'up');

-- AlterTable
ALTER TABLE "execution_events" ADD COLUMN     "expected_at" TIMESTAMPTZ(3),
ADD COLUMN     "recorded_by" UUID,
ADD COLUMN     "corrects_id" UUID;

-- AlterTable
ALTER TABLE "ledger_lines" ADD COLUMN     "invoice_id" UUID;

-- CreateTable
CREATE TABLE "billing_rules" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "municipality_id" UUID,
    "funding_kind" "funding_kind",
    "unit_minutes" SMALLINT NOT NULL,
    "mode" "rounding_mode" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "billing_rules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "funder" "funder" NOT NULL,
    "municipality_id" UUID,
    "client_id" UUID,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issued_by" UUID NOT NULL,

    CONSTRAINT "invoices_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "billing_rules_provider_id_valid_from_idx" ON "billing_rules"("provider_id", "valid_from");

-- CreateIndex
CREATE INDEX "invoices_provider_id_from_date_idx" ON "invoices"("provider_id", "from_date");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_provider_id_number_key" ON "invoices"("provider_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "invoices_provider_id_id_key" ON "invoices"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "execution_events_provider_id_id_key" ON "execution_events"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "execution_events_provider_id_corrects_id_key" ON "execution_events"("provider_id", "corrects_id");

-- CreateIndex
CREATE INDEX "ledger_lines_invoice_id_idx" ON "ledger_lines"("invoice_id");

-- AddForeignKey
ALTER TABLE "execution_events" ADD CONSTRAINT "execution_events_provider_id_corrects_id_fkey" FOREIGN KEY ("provider_id", "corrects_id") REFERENCES "execution_events"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_rules" ADD CONSTRAINT "billing_rules_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "billing_rules" ADD CONSTRAINT "billing_rules_provider_id_municipality_id_fkey" FOREIGN KEY ("provider_id", "municipality_id") REFERENCES "municipalities"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_provider_id_municipality_id_fkey" FOREIGN KEY ("provider_id", "municipality_id") REFERENCES "municipalities"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_lines" ADD CONSTRAINT "ledger_lines_provider_id_invoice_id_fkey" FOREIGN KEY ("provider_id", "invoice_id") REFERENCES "invoices"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------
-- By hand: what the database forbids and Prisma cannot say.
-- ---------------------------------------------------------------------------

-- What was reported and what was asked for stay as they are; corrections are further rows.
CREATE TRIGGER execution_events_append_only BEFORE UPDATE OR DELETE ON execution_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoices_append_only BEFORE UPDATE OR DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE execution_events ADD CONSTRAINT execution_events_corrects_check CHECK (corrects_id <> id);
ALTER TABLE invoices ADD CONSTRAINT invoices_days_check CHECK (to_date >= from_date);
ALTER TABLE invoices ADD CONSTRAINT invoices_payer_check
  CHECK ((funder = 'municipality') = (municipality_id IS NOT NULL) AND (funder = 'client') = (client_id IS NOT NULL));
ALTER TABLE billing_rules ADD CONSTRAINT billing_rules_days_check CHECK (valid_to >= valid_from);
ALTER TABLE billing_rules ADD CONSTRAINT billing_rules_unit_check CHECK (unit_minutes BETWEEN 1 AND 60);

-- A billed line stands on an invoice and is of a visit; only a correction gives back.
ALTER TABLE ledger_lines ADD CONSTRAINT ledger_lines_billed_check
  CHECK (kind <> 'billed' OR (num_nonnulls(invoice_id, visit_id) = 2
         AND (corrects_id IS NULL AND cause IS NULL AND minutes >= 0 AND cents >= 0 OR corrects_id <> id AND cause IS NOT NULL)));
-- A visit is asked for once of each payer; whatever follows corrects that line.
CREATE UNIQUE INDEX ledger_lines_billed_once ON ledger_lines (provider_id, visit_id, funder) WHERE kind = 'billed' AND corrects_id IS NULL;

-- One rule a day for one kind of account (or for all) in one municipality (or wherever none has its own).
ALTER TABLE billing_rules ADD CONSTRAINT billing_rules_never_overlap
  EXCLUDE USING gist (provider_id WITH =, coalesce(municipality_id, '00000000-0000-0000-0000-000000000000') WITH =,
                      daterange(valid_from, valid_to, '[]') WITH &&) WHERE (funding_kind IS NULL);
ALTER TABLE billing_rules ADD CONSTRAINT billing_rules_of_kind_never_overlap
  EXCLUDE USING gist (provider_id WITH =, coalesce(municipality_id, '00000000-0000-0000-0000-000000000000') WITH =,
                      funding_kind WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
