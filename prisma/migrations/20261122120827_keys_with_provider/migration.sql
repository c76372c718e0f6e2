-- DropForeignKey
ALTER TABLE "plans" DROP CONSTRAINT "plans_based_on_id_fkey";

-- DropForeignKey
ALTER TABLE "outbox_records" DROP CONSTRAINT "outbox_records_change_id_fkey";

-- DropForeignKey
ALTER TABLE "plan_differences" DROP CONSTRAINT "plan_differences_change_id_fkey";

-- DropForeignKey
ALTER TABLE "work_items" DROP CONSTRAINT "work_items_owner_id_fkey";

-- DropIndex
DROP INDEX "plan_changes_provider_id_id_idx";

-- DropIndex
DROP INDEX "accounts_provider_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "plan_changes_provider_id_id_key" ON "plan_changes"("provider_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_provider_id_id_key" ON "accounts"("provider_id", "id");

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_provider_id_based_on_id_fkey" FOREIGN KEY ("provider_id", "based_on_id") REFERENCES "plans"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_records" ADD CONSTRAINT "outbox_records_provider_id_change_id_fkey" FOREIGN KEY ("provider_id", "change_id") REFERENCES "plan_changes"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_differences" ADD CONSTRAINT "plan_differences_provider_id_change_id_fkey" FOREIGN KEY ("provider_id", "change_id") REFERENCES "plan_changes"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_items" ADD CONSTRAINT "work_items_provider_id_owner_id_fkey" FOREIGN KEY ("provider_id", "owner_id") REFERENCES "accounts"("provider_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: lists may be empty, never null.
UPDATE rule_sets SET forms = coalesce(forms, '{}'), tasks = coalesce(tasks, '{}') WHERE forms IS NULL OR tasks IS NULL;
UPDATE rule_bands SET tasks = '{}' WHERE tasks IS NULL;
UPDATE household_means SET monthly_cents = '{}' WHERE monthly_cents IS NULL;
UPDATE legal_practices SET days_off = '{}' WHERE days_off IS NULL;
ALTER TABLE rule_sets ALTER COLUMN forms SET NOT NULL, ALTER COLUMN tasks SET NOT NULL;
ALTER TABLE rule_bands ALTER COLUMN tasks SET NOT NULL;
ALTER TABLE household_means ALTER COLUMN monthly_cents SET NOT NULL;
ALTER TABLE legal_practices ALTER COLUMN days_off SET NOT NULL;
