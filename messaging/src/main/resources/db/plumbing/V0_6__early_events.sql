-- Events of other topics that came before those they follow. A broker that lost power gets again what it had lost, behind what came
-- meanwhile; what came meanwhile waits here for its turn.
create table plumbing.early (
  topic text not null,
  project text not null,
  seq bigint not null,
  place_partition integer not null,
  place_offset bigint not null,
  headers text not null,
  payload bytea not null,
  since timestamptz not null,
  primary key (topic, project, seq)
);
