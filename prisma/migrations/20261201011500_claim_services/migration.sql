-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "services" JSONB;
