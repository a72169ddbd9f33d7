-- Whether it was told that more of a vault is used than its threshold says, and no less since.
alter table store.vault add column told boolean not null default false;

-- Who wants to be told what. Secrets are not here: the worker keeps them, sealed.
create table store.subscription (
  id uuid primary key,
  project_id text not null,
  kind text not null,
  target text not null,
  event_types text not null,
  status text not null,
  disabled_reason text,
  delivered integer not null,
  user_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index subscription_listed on store.subscription (project_id, created_at desc, id);

-- What a subscription was not told yet, or could not be told; the id is made of both.
create table store.delivery (
  id uuid primary key,
  project_id text not null,
  subscription_id uuid not null,
  delivery_id uuid not null,
  notice text not null,
  given_up boolean not null,
  reason text,
  noticed_at timestamptz not null,
  updated_at timestamptz not null
);
create index delivery_counted on store.delivery (project_id, subscription_id, given_up);
create index delivery_of on store.delivery (subscription_id, given_up, noticed_at, id);
