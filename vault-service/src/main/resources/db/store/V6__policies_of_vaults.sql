-- Which policy is applied to which vault: a copy, folded from policy-events, for the list of vaults of a policy.
create table store.vault_policy (
  id uuid primary key,
  project_id text not null,
  vault_id uuid not null,
  policy_id uuid not null
);
create index vault_policy_listed on store.vault_policy (project_id, policy_id, vault_id);
create index vault_policy_gone on store.vault_policy (policy_id);
