-- An answer is a row of its own: a claim is then written once, where an update of each had left a dead copy behind.
create table plumbing.answer (
  message_id uuid primary key,
  status integer not null,
  body text not null
);
insert into plumbing.answer (message_id, status, body)
  select message_id, status, coalesce(body, '') from plumbing.inbox where status is not null;
alter table plumbing.inbox drop column status, drop column body;
