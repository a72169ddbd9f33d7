-- The logins of instances. A new password waits here, sealed, until it is set; then only a slow salted hash is left of it.
create table plumbing.dbom_login (
  instance_id uuid primary key,
  user_name text not null,
  sealed text,
  password_hash text,
  -- The command that the password came with; of the first one it is the order.
  brought_by uuid not null,
  kept_at timestamptz not null
);
create index dbom_login_waiting on plumbing.dbom_login (kept_at) where sealed is not null;
