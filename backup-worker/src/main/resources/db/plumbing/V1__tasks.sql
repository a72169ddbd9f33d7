-- What this worker and its peers have to do, and who does it. Times are the database's, which all workers share.
create table plumbing.task (
  id uuid primary key,
  project text not null,
  vault_id uuid not null,
  kind text not null,
  exclusive boolean not null,
  payload text not null,
  command_id uuid not null,
  caller text,
  request_id text,
  traceparent text,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done')),
  created_at timestamptz not null default clock_timestamp(),
  not_before timestamptz not null default clock_timestamp(),
  attempt integer not null default 0,
  mishaps integer not null default 0,
  epoch bigint not null default 0,
  lease_owner text,
  lease_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  lock_ids text[] not null default '{}',
  snapshot_id text,
  note text,
  percent integer not null default 0,
  total_bytes bigint not null default 0,
  processed_bytes bigint not null default 0,
  stored_bytes bigint not null default 0
);
create index task_open on plumbing.task (created_at, id) where state <> 'done';
create index task_vault on plumbing.task (vault_id) where state <> 'done';
create index task_ended on plumbing.task (ended_at) where state = 'done';

-- Leases the oldest task that may run. An exclusive task has its vault for itself, and nothing overtakes it there.
-- Claims take turns, and each statement of a function sees what was committed before it, so two workers never
-- start what may not run side by side.
create function plumbing.claim_task(claimant text, lease_millis bigint) returns setof plumbing.task
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('plumbing.claim_task'));
  return query
    update plumbing.task t
    set state = 'running', epoch = t.epoch + 1, attempt = t.attempt + 1, lease_owner = claimant, note = null,
      lease_until = clock_timestamp() + lease_millis * interval '1 millisecond'
    where t.id = (
      select c.id from plumbing.task c
      where (c.state = 'waiting' and c.not_before <= clock_timestamp()
          or c.state = 'running' and c.lease_until < clock_timestamp())
        and not exists (
          select 1 from plumbing.task o
          where o.vault_id = c.vault_id and o.id <> c.id and o.state <> 'done' and (o.exclusive or c.exclusive)
            and (o.state = 'running' and o.lease_until >= clock_timestamp()
              or (o.created_at, o.id) < (c.created_at, c.id)))
      order by c.created_at, c.id
      limit 1
      for update skip locked)
    returning t.*;
end
$$;

-- Lets a running task have its vault for itself, unless it shares it at this moment.
create function plumbing.claim_vault(task uuid, of_epoch bigint) returns boolean
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('plumbing.claim_task'));
  update plumbing.task t set exclusive = true
  where t.id = task and t.epoch = of_epoch and t.state = 'running'
    and not exists (
      select 1 from plumbing.task o
      where o.vault_id = t.vault_id and o.id <> t.id and o.state = 'running' and o.lease_until >= clock_timestamp());
  return found;
end
$$;

-- What was reported of each repository so far: the sum of all bytes stored less all bytes freed.
create table plumbing.repository_size (
  vault_id uuid primary key,
  bytes bigint not null
);

-- The keys of each repository, sealed. Also beside the repository, because no topic can bring them back.
create table plumbing.repository_key (
  vault_id uuid primary key,
  project text not null,
  sealed bytea not null
);

-- Something sealed whose content is known, to tell a wrong sealing key before it does harm.
create table plumbing.sealing_canary (
  id integer primary key check (id = 1),
  sealed bytea not null
);
