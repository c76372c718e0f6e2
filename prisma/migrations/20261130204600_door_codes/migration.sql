-- AlterTable
ALTER TABLE "execution_events" ADD COLUMN     "door_code" BOOLEAN;

-- What Prisma cannot say.
ALTER TABLE secret_links DROP CONSTRAINT secret_links_kind_check;
ALTER TABLE secret_links ADD CONSTRAINT secret_links_kind_check
  CHECK ((kind = 'calendar' AND staff_id IS NOT NULL AND client_id IS NULL)
         OR (kind IN ('week', 'door') AND client_id IS NOT NULL AND staff_id IS NULL));
-- One code a door: a new one takes the place of the one before.
CREATE UNIQUE INDEX secret_links_one_door ON secret_links (provider_id, client_id) WHERE kind = 'door' AND revoked_at IS NULL;
