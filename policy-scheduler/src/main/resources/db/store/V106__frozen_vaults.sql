-- A vault keeps its backups because it is locked, because it is frozen, or for both.
alter table store.locked_vault add column locked boolean not null default true;
alter table store.locked_vault add column frozen boolean not null default false;
