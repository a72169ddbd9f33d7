-- What belongs to one kind of task alone stands together, as the service writes it: the kind, then the names in order, without nulls.
alter table store.operation_log add column details text;
update store.operation_log set details = '{' || concat_ws(',',
  '"kind":"' || operation_type || '"',
  case when operation_type in ('backup', 'delete', 'restore') then '"backupId":' || to_json(backup_id::text)::text end,
  case when operation_type in ('backup', 'delete', 'restore') then '"backupName":' || to_json(backup_name)::text end,
  case when operation_type = 'backup' then '"sizeBytes":' || size_bytes end,
  case when operation_type = 'backup' then '"storedBytes":' || stored_bytes end,
  case when operation_type = 'restore' then '"targetResourceId":' || to_json(target_resource_id)::text end,
  case when operation_type = 'restore' then '"targetResourceName":' || to_json(target_resource_name)::text end,
  case when operation_type in ('vault_delete', 'remove_resource') then '"backups":' || total_count end,
  case when operation_type = 'remove_resource' then '"deleted":' || success_count end,
  case when operation_type = 'remove_resource' then '"failed":' || fail_count end,
  case when operation_type = 'remove_resource' then '"resourceIds":' || resources end
) || '}';
alter table store.operation_log
  alter column details set not null,
  drop column backup_id,
  drop column backup_name,
  drop column target_resource_name,
  drop column resources,
  drop column total_count,
  drop column success_count,
  drop column fail_count,
  drop column size_bytes,
  drop column stored_bytes;
