-- The vaults that backups may be in, for what metering must know of them.
create table store.metered_vault (
  vault_id uuid primary key,
  project text not null,
  multi_az boolean not null
);

-- What the backups of one resource in one vault take up. stored_bytes is what the repository grew by for this resource
-- minus what it shrank by; it falls below zero when a deletion frees data that another resource had brought first.
create table store.storage_usage (
  id uuid primary key,
  project text not null,
  vault_id uuid not null,
  multi_az boolean not null,
  resource_id text not null,
  resource_type text not null,
  resource_name text,
  backup_count integer not null,
  stored_bytes bigint not null,
  unique (vault_id, resource_id)
);
create index storage_usage_project on store.storage_usage (project, resource_id);

-- The backups that backup_count counts: a failed backup is deleted too, and was never one of them.
create table store.counted_backup (
  backup_id uuid primary key,
  vault_id uuid not null
);
create index counted_backup_vault on store.counted_backup (vault_id);
