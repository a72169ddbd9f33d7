-- Domains that owe for what they used: a fold of billing-events. A row goes when all is paid; projects are the ids of those that used it.
create table store.arrears (
  domain_id text primary key,
  projects text not null,
  began_at timestamptz not null,
  closed_since timestamptz,
  until timestamptz not null,
  due_at timestamptz not null
);
create index arrears_due on store.arrears (due_at);
