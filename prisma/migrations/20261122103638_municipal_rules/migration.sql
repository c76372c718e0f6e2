-- CreateEnum
CREATE TYPE "decision_change_kind" AS ENUM ('suspended', 'reduced', 'shortened', 'ended');

-- CreateEnum
CREATE TYPE "income_limit_basis" AS ENUM ('none', 'cents', 'minimum_wage');

-- CreateEnum
CREATE TYPE "rule_band_kind" AS ENUM ('care_level', 'client_share', 'relative_support');

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "documents_on" DATE;

-- AlterTable
ALTER TABLE "municipalities" ADD COLUMN     "rules" TEXT;

-- AlterTable
ALTER TABLE "staff_members" ADD COLUMN     "overtime_agreed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reference_months" SMALLINT NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "rule_sets" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "provides_home_care" BOOLEAN NOT NULL,
    "forms" "decision_form"[],
    "tasks" TEXT[],
    "decision_within_working_days" SMALLINT,
    "shortest_visit_minutes" SMALLINT,
    "needy_free" BOOLEAN NOT NULL,
    "free_up_to" "income_limit_basis" NOT NULL,
    "free_up_to_cents" INTEGER,
    "income_months" SMALLINT NOT NULL,
    "client_share_of" TEXT NOT NULL,
    "excess_of" TEXT NOT NULL,
    "free_lone_older_than" SMALLINT,
    "older_than" TEXT NOT NULL,
    "support_up_to" "income_limit_basis" NOT NULL,
    "support_up_to_cents" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_bands" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "rule_set_id" UUID NOT NULL,
    "kind" "rule_band_kind" NOT NULL,
    "up_to_minutes_per_week" INTEGER,
    "level" SMALLINT,
    "barthel_from" SMALLINT,
    "barthel_to" SMALLINT,
    "tasks" TEXT[],
    "above_cents" INTEGER,
    "percent" SMALLINT,
    "cents_per_month" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_bands_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_means" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "members" SMALLINT NOT NULL,
    "monthly_cents" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "household_means_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "needy_statuses" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "needy_statuses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "kind" "decision_change_kind" NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "granted_minutes" INTEGER,
    "decided_on" DATE NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_time_findings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE NOT NULL,
    "actual_minutes" INTEGER NOT NULL,
    "limit_minutes" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "working_time_findings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "rule_sets_provider_id_external_id_key" ON "rule_sets"("provider_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_sets_provider_id_id_key" ON "rule_sets"("provider_id", "id");

-- CreateIndex
CREATE INDEX "rule_bands_rule_set_id_idx" ON "rule_bands"("rule_set_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_bands_provider_id_external_id_key" ON "rule_bands"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "household_means_client_id_idx" ON "household_means"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "household_means_provider_id_external_id_key" ON "household_means"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "needy_statuses_client_id_idx" ON "needy_statuses"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "needy_statuses_provider_id_external_id_key" ON "needy_statuses"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "decision_changes_decision_id_idx" ON "decision_changes"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_changes_provider_id_external_id_key" ON "decision_changes"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "working_time_findings_plan_id_idx" ON "working_time_findings"("plan_id");

-- CreateIndex
CREATE INDEX "working_time_findings_staff_id_idx" ON "working_time_findings"("staff_id");

-- AddForeignKey
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_bands" ADD CONSTRAINT "rule_bands_provider_id_rule_set_id_fkey" FOREIGN KEY ("provider_id", "rule_set_id") REFERENCES "rule_sets"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_means" ADD CONSTRAINT "household_means_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "needy_statuses" ADD CONSTRAINT "needy_statuses_provider_id_client_id_fkey" FOREIGN KEY ("provider_id", "client_id") REFERENCES "clients"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision_changes" ADD CONSTRAINT "decision_changes_provider_id_decision_id_fkey" FOREIGN KEY ("provider_id", "decision_id") REFERENCES "decisions"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_time_findings" ADD CONSTRAINT "working_time_findings_provider_id_plan_id_fkey" FOREIGN KEY ("provider_id", "plan_id") REFERENCES "plans"("provider_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_time_findings" ADD CONSTRAINT "working_time_findings_provider_id_staff_id_fkey" FOREIGN KEY ("provider_id", "staff_id") REFERENCES "staff_members"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------
-- By hand: what the database forbids and Prisma cannot say.
-- ---------------------------------------------------------------------------

ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_days_check CHECK (valid_to >= valid_from);
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_choices_check
  CHECK (client_share_of IN ('excess', 'price') AND excess_of IN ('member', 'household')
         AND older_than IN ('day_after_birthday', 'next_birthday'));
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_limits_check
  CHECK ((free_up_to = 'cents') = (free_up_to_cents IS NOT NULL) AND (support_up_to = 'cents') = (support_up_to_cents IS NOT NULL)
         AND income_months BETWEEN 1 AND 12);
-- One version of a municipality's rules a day.
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_never_overlap
  EXCLUDE USING gist (provider_id WITH =, rules WITH =, daterange(valid_from, valid_to, '[]') WITH &&);

ALTER TABLE rule_bands ADD CONSTRAINT rule_bands_kind_check
  CHECK (CASE kind WHEN 'care_level' THEN level IS NOT NULL AND num_nonnulls(barthel_from, barthel_to) IN (0, 2)
                   WHEN 'client_share' THEN num_nonnulls(above_cents, percent) = 2
                   ELSE cents_per_month IS NOT NULL END);

ALTER TABLE decision_changes ADD CONSTRAINT decision_changes_kind_check
  CHECK ((kind = 'reduced') = (granted_minutes IS NOT NULL) AND (kind = 'suspended' OR to_date IS NULL));
ALTER TABLE decision_changes ADD CONSTRAINT decision_changes_days_check CHECK (to_date >= from_date);

-- One assessment, one status of a client a day.
ALTER TABLE household_means ADD CONSTRAINT household_means_check CHECK (members BETWEEN 1 AND 30 AND valid_to >= valid_from);
ALTER TABLE household_means ADD CONSTRAINT household_means_never_overlap
  EXCLUDE USING gist (client_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
ALTER TABLE needy_statuses ADD CONSTRAINT needy_statuses_never_overlap
  EXCLUDE USING gist (client_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&);

ALTER TABLE staff_members ADD CONSTRAINT staff_members_reference_months_check CHECK (reference_months BETWEEN 1 AND 12);
ALTER TABLE working_time_findings ADD CONSTRAINT working_time_findings_severity_check CHECK (severity IN ('hard', 'warning'));
