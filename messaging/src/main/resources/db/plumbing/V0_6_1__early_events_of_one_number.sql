-- Garbage may claim the number of an event that is also early: both wait, and the one that can be folded has the turn.
alter table plumbing.early drop constraint early_pkey;
alter table plumbing.early add primary key (topic, project, seq, place_partition, place_offset);
