create table store.remembered (
  id uuid primary key,
  project text not null,
  name text not null,
  seq bigint not null
);
