-- The other vault whose repository a task reads, and the locks that it has there.
alter table plumbing.task
  add column source_vault_id uuid,
  add column source_lock_ids text[] not null default '{}';
create index task_source_vault on plumbing.task (source_vault_id) where state <> 'done' and source_vault_id is not null;

-- Leases a task as before, and has one that works in two vaults stand in the way, and wait, in both.
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
        where (o.vault_id in (c.vault_id, c.source_vault_id) or o.source_vault_id in (c.vault_id, c.source_vault_id))
          and o.id <> c.id and o.state <> 'done' and (o.exclusive or c.exclusive)
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

-- Lets a running task have its vault for itself, unless it shares it at this moment.
create or replace function plumbing.claim_vault(task uuid, of_epoch bigint) returns boolean
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('plumbing.claim_task'));
  update plumbing.task t set exclusive = true
  where t.id = task and t.epoch = of_epoch and t.state = 'running'
    and not exists (
      select 1 from plumbing.task o
      where (o.vault_id = t.vault_id or o.source_vault_id = t.vault_id)
        and o.id <> t.id and o.state = 'running' and o.lease_until >= clock_timestamp());
  return found;
end
$$;
