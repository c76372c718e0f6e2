-- AlterEnum
ALTER TYPE "account_role" ADD VALUE 'integration';
