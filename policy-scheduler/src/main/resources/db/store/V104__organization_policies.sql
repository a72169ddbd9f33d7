-- Policies of an account and of its members: a fold of policy-events, like all here.
create table store.organization_policy (
  id uuid primary key,
  domain_id text not null,
  domain_name text not null,
  operation_type text not null,
  settings text not null,
  -- Of the newest order that was given about it.
  revision bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index organization_policy_listed on store.organization_policy (domain_id, created_at desc, id);

-- The projects of an account and of its members.
create table store.organization_project (
  id uuid primary key,
  domain_id text not null,
  member_project_id text not null,
  project text not null
);
create index organization_project_domain on store.organization_project (domain_id, member_project_id);

-- How each project took each policy. The id is that of the policy there.
create table store.delivery (
  id uuid primary key,
  domain_id text not null,
  organization_policy_id uuid not null,
  member_project_id text not null,
  project text not null,
  revision bigint not null,
  status text not null,
  error text
);
create index delivery_listed on store.delivery (domain_id, organization_policy_id, member_project_id);

-- What a project was told by accounts, also of policies that are gone again: an order that is older than the newest one is late.
create table store.delivered_policy (
  id uuid primary key,
  project_id text not null,
  organization_policy_id uuid not null,
  revision bigint not null
);

alter table store.policy add column organization_policy_id uuid;
