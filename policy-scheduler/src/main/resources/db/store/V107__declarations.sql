-- Of when the list of projects is that an account goes by. One that is older is late.
create table store.declaration (
  domain_id text primary key,
  as_of timestamptz not null
);
