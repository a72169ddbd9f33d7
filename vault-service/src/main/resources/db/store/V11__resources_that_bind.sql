-- What is known of the resources of a project, in vaults or not: a fold of vault-events, like all else here.
create table store.known_resource (
  project_id text not null,
  resource_id text not null,
  type text not null,
  -- The resource with its volumes and tags, as the inventory has it.
  resource text not null,
  -- Whether somebody took it out of a vault: then it joins none by itself before its tags change.
  released boolean not null,
  primary key (project_id, resource_id)
);
alter table store.vault add column auto_bind boolean not null default false;
update store.vault set auto_bind = coalesce((settings::jsonb ->> 'autoBind')::boolean, false);
create index vault_binding on store.vault (project_id, created_at, id) where auto_bind;
