-- What became of each moment of a policy, for each resource: a fold of policy-events. The id is that of the task.
create table store.fire (
  id uuid primary key,
  project_id text not null,
  policy_id uuid not null,
  vault_id uuid not null,
  resource_id text not null,
  moment timestamptz not null,
  command_id uuid not null,
  skipped text,
  fired_at timestamptz not null,
  unique (policy_id, vault_id, moment, resource_id)
);
