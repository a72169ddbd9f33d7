-- When a delivery that a project refused, or did not answer, is ordered again. Computed from the events of deliveries; no fold.
create table plumbing.delivery_retry (
  id uuid primary key,
  domain_id text not null,
  organization_policy_id uuid not null,
  project_id text not null,
  -- Of the order that is not fulfilled.
  revision bigint not null,
  -- How many in a row were refused.
  refusals integer not null,
  due_at timestamptz not null
);
create index delivery_retry_due on plumbing.delivery_retry (due_at);
create index delivery_retry_policy on plumbing.delivery_retry (organization_policy_id);
insert into plumbing.delivery_retry
  select id, domain_id, organization_policy_id, member_project_id, revision, 0, now()
  from store.delivery where status <> 'available';
