-- The order by which a vault was bought: JSON, null for a vault that is paid by use.
alter table store.vault add column sale text not null default 'null';
