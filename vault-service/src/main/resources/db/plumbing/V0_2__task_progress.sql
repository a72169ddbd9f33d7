-- The furthest that each task was ever reported to be.
create table plumbing.task_progress (
  task_id uuid primary key,
  percent integer not null,
  total_bytes bigint not null,
  processed_bytes bigint not null,
  stored_bytes bigint not null,
  reported_at timestamptz not null
);
