-- How many orders in a row nothing was heard of, and whether the project is to let the policy go.
alter table plumbing.delivery_retry
  add column unanswered integer not null default 0,
  add column leaving boolean not null default false;
