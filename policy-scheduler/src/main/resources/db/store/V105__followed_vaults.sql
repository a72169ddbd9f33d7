-- Vaults that are gone, so that no request that was on its way applies a policy to one.
create table store.deleted_vault (
  id uuid primary key,
  project_id text not null
);

-- For operators, who ask how many were missed lately.
create index fire_missed on store.fire (fired_at) where skipped = 'missed';
create index fire_policy on store.fire (project_id, policy_id, moment desc, id);
