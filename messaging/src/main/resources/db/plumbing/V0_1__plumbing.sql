-- The tables of the plumbing, the same in every service. Never dumped, never rebuilt.
create schema if not exists store;
create schema if not exists plumbing;

-- One row a project: its lock is the order of the project, seq the place of its newest own event.
create table plumbing.project (
  project text primary key,
  seq bigint not null
);

-- What was handled, and for commands what was answered.
create table plumbing.inbox (
  message_id uuid primary key,
  project text not null,
  topic text not null,
  received_at timestamptz not null,
  sha256 text not null,
  abandoned boolean not null default false,
  status integer,
  body text
);
create index inbox_received on plumbing.inbox (received_at);

-- What must still go to Kafka, in the order of position within a project.
create table plumbing.outbox (
  position bigserial primary key,
  project text not null,
  topic text not null,
  key text not null,
  headers text not null,
  payload bytea not null,
  added_at timestamptz not null default clock_timestamp()
);
create index outbox_project on plumbing.outbox (project, position);

-- How far each followed topic has been folded, a project at a time.
create table plumbing.followed (
  topic text not null,
  project text not null,
  seq bigint not null,
  primary key (topic, project)
);
