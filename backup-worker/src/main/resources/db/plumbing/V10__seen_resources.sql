-- What was last said of each resource of the cloud.
create table plumbing.seen_resource (
  project text not null,
  resource_id text not null,
  resource text not null,
  primary key (project, resource_id)
);
