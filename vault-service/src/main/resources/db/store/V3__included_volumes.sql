-- Named by callers as ones to back up. Events of before name none.
alter table store.vault_resource add column include_volumes text not null default '[]';
