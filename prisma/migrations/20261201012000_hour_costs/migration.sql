-- AlterTable
ALTER TABLE "pay_settings" ADD COLUMN     "hour_costs" JSONB NOT NULL DEFAULT '{}';
