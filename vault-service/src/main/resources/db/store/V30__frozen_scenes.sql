-- Why a vault is frozen: [{"name":...,"releasable":...}] in the order of names.
alter table store.vault add column frozen_scenes text not null default '[]';
