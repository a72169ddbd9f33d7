-- An hour is closed in parts: which one is next, from which vault on and behind the parts of which spec codes. reopened counts how
-- often something was heard of that happened in the hour or before, so that it begins anew.
alter table plumbing.next_hour
  add from_vault uuid,
  add earlier text not null default '[]',
  add reopened bigint not null default 0;
