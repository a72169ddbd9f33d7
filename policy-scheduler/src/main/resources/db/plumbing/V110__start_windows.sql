-- How late a fire may begin, in minutes: what is due at once is spread, but never over that.
alter table plumbing.next_fire add column window_minutes int;
update plumbing.next_fire n
set window_minutes = (p.settings::jsonb #>> '{trigger,startWindowMinutes}')::int
from store.policy p where p.id = n.policy_id;
