-- The domain tables of vault-service: a fold of vault-events and of nothing else.

create table store.vault (
  id uuid primary key,
  project_id text not null,
  status text not null,
  name text not null,
  description text,
  object_type text not null,
  protect_type text not null,
  consistent_level text not null,
  cloud_type text not null,
  charging_mode text not null,
  size_gb integer not null,
  multi_az boolean not null,
  auto_bind boolean not null,
  bind_rule_tags text not null,
  auto_expand boolean not null,
  threshold integer not null,
  smn_notify boolean not null,
  demand_billing boolean not null,
  locked boolean not null,
  backup_name_prefix text,
  enterprise_project_id text not null,
  sys_lock_source_service text,
  tags text not null,
  user_id text,
  -- What its repository has grown by, less what it has shrunk by.
  used_bytes bigint not null,
  -- Backups of resources in it, whatever their state; those of single volumes do not count.
  backups integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index vault_listed on store.vault (project_id, created_at desc, id);

-- A resource is in one vault of its project.
create table store.vault_resource (
  project_id text not null,
  resource_id text not null,
  vault_id uuid not null,
  type text not null,
  name text,
  size_gb integer not null,
  exclude_volumes text not null,
  protect_status text not null,
  removal_id uuid,
  stored_bytes bigint not null,
  backup_count integer not null,
  added_at timestamptz not null,
  primary key (project_id, resource_id)
);
create index vault_resource_vault on store.vault_resource (vault_id);

create table store.checkpoint (
  id uuid primary key,
  project_id text not null,
  vault_id uuid not null,
  status text not null,
  name text not null,
  description text,
  auto_trigger boolean not null,
  skipped text not null,
  backups integer not null,
  pending integer not null,
  succeeded integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index checkpoint_vault on store.checkpoint (vault_id);

-- Backups of resources, and below those of servers the backups of their volumes (parent_id).
create table store.backup (
  id uuid primary key,
  project_id text not null,
  vault_id uuid not null,
  checkpoint_id uuid not null,
  parent_id uuid,
  place integer not null,
  status text not null,
  name text not null,
  description text,
  image_type text not null,
  resource_id text not null,
  resource_type text not null,
  resource_name text,
  resource_size_gb integer not null,
  incremental boolean not null,
  auto_trigger boolean not null,
  bootable boolean not null,
  multi_az boolean not null,
  enterprise_project_id text not null,
  snapshot_id text,
  -- The exact length of a volume; of a server, of all its volumes once they are backed up.
  size_bytes bigint not null,
  stored_bytes bigint not null,
  protected_at timestamptz,
  expired_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index backup_listed on store.backup (project_id, created_at desc, id) where parent_id is null;
create index backup_vault on store.backup (vault_id, resource_id, created_at desc);
create index backup_checkpoint on store.backup (checkpoint_id);
create index backup_parent on store.backup (parent_id) where parent_id is not null;

-- Stays when the vault is gone.
create table store.operation_log (
  id uuid primary key,
  project_id text not null,
  vault_id uuid not null,
  vault_name text not null,
  enterprise_project_id text not null,
  provider_id text,
  operation_type text not null,
  status text not null,
  checkpoint_id uuid,
  backup_id uuid,
  backup_name text,
  resource_id text,
  resource_type text,
  resource_name text,
  target_resource_id text,
  target_resource_name text,
  resources text not null,
  total_count integer not null,
  success_count integer not null,
  fail_count integer not null,
  size_bytes bigint,
  stored_bytes bigint,
  request_id text,
  error_code text,
  error_message text,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  updated_at timestamptz not null
);
create index operation_log_listed on store.operation_log (project_id, created_at desc, id);
create index operation_log_vault on store.operation_log (vault_id, created_at desc);
create index operation_log_running on store.operation_log (project_id)
  where status in ('waiting', 'running');
