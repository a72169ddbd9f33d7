-- What happened to vaults that changes what they use: a fold of vault-events, whose order does not matter. It stays when a
-- vault goes, so that every hour can be counted again.
create table store.usage_change (
  event_id uuid primary key,
  project text not null,
  vault_id uuid not null,
  at timestamptz not null,
  delta bigint not null
);
create index usage_change_project on store.usage_change (project, at) include (vault_id, delta);

create table store.vault_terms (
  event_id uuid primary key,
  project text not null,
  vault_id uuid not null,
  at timestamptz not null,
  seq bigint not null,
  -- From now on the vault is gone, and has no terms.
  ended boolean not null,
  terms text
);
create index vault_terms_project on store.vault_terms (project, at);
create index vault_terms_ended on store.vault_terms (vault_id) where ended;
