-- Whether the repository of these keys was made. What was made once is never made again: where it is not found, its disk is
-- not there. All that are known so far were made with their keys.
alter table plumbing.repository_key add column made boolean not null default true;
alter table plumbing.repository_key alter column made set default false;
