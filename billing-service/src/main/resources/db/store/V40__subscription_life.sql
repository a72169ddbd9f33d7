-- What is bought for a time, over time: since when and until when it is in its state, and when something is to be done about it. What was paid
-- for the first term is in paid; further holds [{"from":...,"until":...,"paid":...,"periodType":...,"periodNum":...}] of later terms and sizes.
alter table store.subscription add column first_until timestamptz;
alter table store.subscription add column further text not null default '[]';
alter table store.subscription add column reason text;
alter table store.subscription add column since timestamptz;
alter table store.subscription add column until timestamptz;
alter table store.subscription add column due_at timestamptz;
alter table store.subscription add column moves integer not null default 0;
update store.subscription
  set first_until = expires_at, since = started_at, until = expires_at,
    due_at = case when status = 'ENDED' then null else expires_at end;
alter table store.subscription alter column first_until set not null;
alter table store.subscription alter column since set not null;
alter table store.subscription alter column until set not null;
drop index store.subscription_expiry;
create index subscription_due on store.subscription (due_at) where due_at is not null;

-- Why an instance is closed: [{"name":...,"releasable":...,"since":...}] in the order of names.
alter table store.dbom_instance add column frozen_scenes text not null default '[]';
