export { createPersistence, type Persistence } from './create-persistence.js';
export { asNobodyYet, asProvider, becomeProvider } from './database/tenant.js';
export { isDatabaseAway } from './database/away.js';
export { asKeyedWrite } from './database/keyed-write.js';
export { StorageRefusal } from './database/refusal.js';
export { applyMigrations, MigrationError } from './migrate/apply-migrations.js';
export { BackupError } from './backup/backup-file.js';
export { writeBackup, type BackupMade } from './backup/write-backup.js';
export { restoreBackup } from './backup/restore-backup.js';
