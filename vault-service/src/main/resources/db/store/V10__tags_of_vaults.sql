-- The tags of vaults, one row each, for lists that are filtered by them. The vaults keep theirs as well.
create table store.vault_tag (
  vault_id uuid not null,
  tag_key text not null,
  project_id text not null,
  tag_value text not null,
  primary key (vault_id, tag_key)
);
create index vault_tag_filtered on store.vault_tag (project_id, tag_key, tag_value);
insert into store.vault_tag (vault_id, tag_key, project_id, tag_value)
select v.id, t.tag ->> 'key', v.project_id, coalesce(t.tag ->> 'value', '')
from store.vault v, jsonb_array_elements(v.tags::jsonb) as t(tag);
