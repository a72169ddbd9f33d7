-- One row and one entry of an index for a new vault: its terms, found by vault and number alone.
drop index store.vault_terms_vault;
alter table store.vault_terms drop constraint vault_terms_pkey;
alter table store.vault_terms add primary key (project, vault_id, seq) include (at);
alter table store.vault_terms drop column event_id;

-- Of few vaults do backups lie in several zones.
delete from store.metered_vault where not multi_az;
alter table store.metered_vault drop column multi_az, drop column project;
alter table store.metered_vault rename to multi_az_vault;
alter table store.multi_az_vault rename constraint metered_vault_pkey to multi_az_vault_pkey;
