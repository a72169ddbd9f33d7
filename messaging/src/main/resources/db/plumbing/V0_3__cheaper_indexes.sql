-- The inbox is looked into by time once in a while only, and it grows by time: a summary of its pages is enough.
drop index plumbing.inbox_received;
create index inbox_received on plumbing.inbox using brin (received_at);

-- The outbox is all but empty whenever somebody looks for the rows of one project.
drop index plumbing.outbox_project;
