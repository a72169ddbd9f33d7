-- Read-only copies of what retention and full backups need: a fold of vault-events.
create table store.backup (
  id uuid primary key,
  project_id text not null,
  vault_id uuid not null,
  resource_id text not null,
  resource_name text,
  name text not null,
  status text not null,
  automatic boolean not null,
  incremental boolean not null,
  stored_bytes bigint not null,
  taken_at timestamptz not null,
  expired_at timestamptz
);
create index backup_resource on store.backup (vault_id, resource_id, taken_at);

-- How each resource in a vault stands between two full backups.
create table store.full_interval (
  id uuid primary key,
  project_id text not null,
  vault_id uuid not null,
  resource_id text not null,
  last_full_at timestamptz not null,
  incrementals integer not null
);
create index full_interval_vault on store.full_interval (vault_id);

-- Vaults whose backups must stay, whatever a policy says.
create table store.locked_vault (
  id uuid primary key,
  project_id text not null
);
