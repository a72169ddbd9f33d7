-- Which resource is in which vault: what policies of a vault apply to.
create table store.vault_resource (
  id uuid primary key,
  project text not null,
  vault_id uuid not null,
  resource_id text not null,
  type text not null,
  name text,
  unique (vault_id, resource_id)
);
create index vault_resource_project on store.vault_resource (project, vault_id, resource_id);
