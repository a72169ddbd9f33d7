-- What lists are filtered by most, beside the vault.
create index backup_resource on store.backup (project_id, resource_id, created_at desc);
create index operation_log_resource on store.operation_log (project_id, resource_id, created_at desc);
