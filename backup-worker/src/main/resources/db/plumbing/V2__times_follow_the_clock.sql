-- When the times of a task were last set: they are meant from then on.
alter table plumbing.task add column timed_at timestamptz not null default clock_timestamp();

create function plumbing.note_time() returns trigger
language plpgsql as $$
begin
  new.timed_at = clock_timestamp();
  return new;
end
$$;
create trigger task_times before insert or update of lease_until, not_before on plumbing.task
  for each row execute function plumbing.note_time();

-- Takes times along with a clock that was set back, so that neither a dead worker's lease nor a rest lasts longer.
create function plumbing.follow_clock() returns bigint
language sql as $$
  with followed as (
    update plumbing.task t
    set lease_until = t.lease_until - (t.timed_at - c.now), not_before = t.not_before - (t.timed_at - c.now)
    from (select clock_timestamp() as now) c
    where t.state <> 'done' and t.timed_at > c.now
    returning 1)
  select count(*) from followed
$$;
