-- What subscriptions sign with, sealed. No topic can bring it back.
create table plumbing.subscription_secret (
  subscription_id uuid primary key,
  project text not null,
  sealed bytea not null
);

-- Notices on their way out of the house. Times are the worker's own.
create table plumbing.delivery (
  id uuid primary key,
  project text not null,
  subscription_id uuid not null,
  notice_id uuid not null,
  kind text not null,
  target text not null,
  subject text not null,
  body text not null,
  command_id uuid not null,
  caller text,
  request_id text,
  traceparent text,
  not_before timestamptz not null default 'epoch',
  give_up_at timestamptz,
  attempts integer not null default 0,
  epoch bigint not null default 0,
  lease_owner text,
  lease_until timestamptz,
  reason text
);
create index delivery_due on plumbing.delivery (subscription_id, not_before, id);
create index delivery_of_project on plumbing.delivery (project);

-- Leases deliveries that are due: one of each subscription, so many of a project with those under way. Claims take turns, and
-- each statement of a function sees what was committed before it, so two workers never tell one receiver at once.
create function plumbing.claim_deliveries(claimant text, now_at timestamptz, lease_millis bigint, patience_millis bigint,
  most integer, most_of_project integer) returns setof plumbing.delivery
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('plumbing.claim_deliveries'));
  return query
    with due as (
      select distinct on (d.subscription_id) d.id, d.project, d.not_before
      from plumbing.delivery d
      where d.not_before <= now_at and (d.lease_until is null or d.lease_until < now_at)
        and not exists (
          select 1 from plumbing.delivery o where o.subscription_id = d.subscription_id and o.lease_until >= now_at)
      order by d.subscription_id, d.not_before, d.id),
    busy as (
      select b.project, count(*) as held from plumbing.delivery b where b.lease_until >= now_at group by b.project),
    placed as (
      select due.id, row_number() over (partition by due.project order by due.not_before, due.id)
        + coalesce(busy.held, 0) as place
      from due left join busy on busy.project = due.project),
    chosen as (
      select p.id from placed p where p.place <= most_of_project order by p.place, p.id limit most)
    update plumbing.delivery t
    set epoch = t.epoch + 1, attempts = t.attempts + 1, lease_owner = claimant,
      lease_until = now_at + lease_millis * interval '1 millisecond',
      give_up_at = coalesce(t.give_up_at, now_at + patience_millis * interval '1 millisecond')
    from chosen c where t.id = c.id
    returning t.*;
end
$$;
