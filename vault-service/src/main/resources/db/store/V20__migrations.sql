-- A task that moves backups works in two vaults.
alter table store.operation_log add column target_vault_id uuid;
