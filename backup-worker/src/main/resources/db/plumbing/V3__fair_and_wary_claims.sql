-- How often a worker died while it ran this task.
alter table plumbing.task add column crashes integer not null default 0;
create index task_of_project on plumbing.task (project, created_at, id) where state <> 'done';

-- When a project was last given a turn: the next is for who has waited longest.
create table plumbing.project_turn (
  project text primary key,
  given_at timestamptz not null
);

-- A task whose worker died rests before its third attempt and its last: it may have been what killed it.
create function plumbing.rest_after(crashes integer) returns interval
language sql immutable as $$
  select case when crashes < 2 then interval '0' else interval '5 seconds' * (crashes - 1) end
$$;

-- Leases a task that may run: the oldest of the project that has the fewest running, of several the one that has waited
-- longest for a turn. An exclusive task has its vault for itself, and nothing overtakes it there. A task that saw two workers
-- die runs alone in its worker, so that it takes no other with it. Claims take turns, and each statement of a function sees
-- what was committed before it, so two workers never start what may not run side by side.
create or replace function plumbing.claim_task(claimant text, lease_millis bigint) returns setof plumbing.task
language plpgsql as $$
declare
  chosen plumbing.task;
  beside integer;
  alone boolean;
begin
  perform pg_advisory_xact_lock(hashtext('plumbing.claim_task'));
  select count(*), coalesce(bool_or(r.crashes > 1), false) into beside, alone from plumbing.task r
  where r.lease_owner = claimant and r.state = 'running' and r.lease_until >= clock_timestamp();
  if alone then
    return;
  end if;
  select c.* into chosen
  from (
    select o.project, count(*) filter (where o.state = 'running' and o.lease_until >= clock_timestamp()) as running
    from plumbing.task o where o.state <> 'done' group by o.project) p
  left join plumbing.project_turn t on t.project = p.project
  cross join lateral (
    select c.* from plumbing.task c
    where c.project = p.project
      and (c.state = 'waiting' and c.not_before <= clock_timestamp()
        or c.state = 'running' and c.lease_until < clock_timestamp())
      and not exists (
        select 1 from plumbing.task o
        where o.vault_id = c.vault_id and o.id <> c.id and o.state <> 'done' and (o.exclusive or c.exclusive)
          and (o.state = 'running' and o.lease_until >= clock_timestamp()
            or (o.created_at, o.id) < (c.created_at, c.id)))
    order by c.created_at, c.id
    limit 1) c
  order by p.running, t.given_at nulls first, c.created_at, c.id
  limit 1;
  if chosen.id is null or chosen.crashes > 1 and beside > 0 then
    return;
  end if;
  insert into plumbing.project_turn as t (project, given_at) values (chosen.project, clock_timestamp())
  on conflict (project) do update set given_at = excluded.given_at;
  return query
    update plumbing.task t
    set state = 'running', epoch = t.epoch + 1, attempt = t.attempt + 1, lease_owner = claimant, note = null,
      crashes = t.crashes + (t.state = 'running' and t.lease_owner <> claimant)::integer,
      lease_until = clock_timestamp() + lease_millis * interval '1 millisecond'
    where t.id = chosen.id
    returning t.*;
end
$$;
