-- Policies and the vaults that they are applied to: a fold of policy-events and of nothing else.
create table store.policy (
  id uuid primary key,
  project_id text not null,
  operation_type text not null,
  enabled boolean not null,
  -- What its owner chose, with the object and the texts that the client sent.
  settings text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index policy_listed on store.policy (project_id, created_at desc, id);

-- A vault has one policy of a type: the id is made of both.
create table store.association (
  id uuid primary key,
  project_id text not null,
  vault_id uuid not null,
  operation_type text not null,
  policy_id uuid not null,
  destination_vault_id text,
  applied_at timestamptz not null,
  unique (vault_id, operation_type)
);
create index association_policy on store.association (policy_id, applied_at, vault_id);
