-- The first hour of each project that is to be closed, or to be closed again. It is claimed by a lease. The numbers are of the
-- newest events that say something of it: who closes it knew of these.
create table plumbing.next_hour (
  project text primary key,
  hour timestamptz not null,
  vault_seq bigint not null,
  billing_seq bigint not null,
  leased_until timestamptz
);
create index next_hour_due on plumbing.next_hour (hour);
