-- The resource packages of projects: a fold of billing-events. They stay when they are over, for what was taken from them.
create table store.resource_package (
  id uuid primary key,
  project text not null,
  order_id text not null,
  spec_code text not null,
  num integer not null,
  volume_gb integer not null,
  covers text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null
);
create index resource_package_project on store.resource_package (project, valid_until);
