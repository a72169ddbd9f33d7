-- How often something was said of the resources of a project.
create table plumbing.inventory_told (
  project text primary key,
  times bigint not null
);
