-- CreateTable
CREATE TABLE "settings_revisions" (
    "provider_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "settings_revisions_pkey" PRIMARY KEY ("provider_id","what")
);

-- AddForeignKey
ALTER TABLE "settings_revisions" ADD CONSTRAINT "settings_revisions_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
