-- Database O&M instances. What was chosen is kept as it came; passwords are no part of it.
create table store.dbom_instance (
  id uuid primary key,
  project_id text not null,
  settings text not null,
  -- The line of an order that it was bought by.
  bought_by text not null,
  status text not null,
  status_since timestamptz not null,
  reason text,
  created_at timestamptz not null
);
create index dbom_instance_project on store.dbom_instance (project_id, created_at);
create index dbom_instance_underway on store.dbom_instance (status_since)
  where status not in ('RUNNING', 'STOPPED', 'ERROR');
