-- The next moment of each policy on each vault, as the events of policies have it. A moment that is due is claimed by a lease.
create table plumbing.next_fire (
  id uuid primary key,
  project text not null,
  policy_id uuid not null,
  vault_id uuid not null,
  pattern text not null,
  schedule_timezone text,
  anchor timestamptz not null,
  moment timestamptz not null,
  -- What was due when the policy changed or left is still told of; after this nothing is due.
  ends_at timestamptz,
  leased_until timestamptz
);
create index next_fire_due on plumbing.next_fire (moment);
create index next_fire_policy on plumbing.next_fire (policy_id, vault_id);
create index next_fire_vault on plumbing.next_fire (vault_id);
