-- What projects were charged for in each hour, a row for each line: a fold of billing-events. package_id is nothing but zeros
-- where no package took it over, price is null where nobody sells it.
create table store.usage_line (
  hour_id uuid not null,
  vault_id uuid not null,
  spec_code text not null,
  measure text not null,
  package_id uuid not null,
  vault_name text,
  byte_millis numeric not null,
  price text,
  primary key (hour_id, vault_id, spec_code, measure, package_id)
);

-- A vault that was charged in two ways in one hour may have two lines that differ in their bytes alone.
insert into store.usage_line
select h.id, l.vault_id, l.spec_code, l.measure, coalesce(l.package_id, '00000000-0000-0000-0000-000000000000'),
  (array_agg(l.vault_name order by l.place desc))[1], sum(l.byte_millis), max(l.price)
from store.closed_hour h
cross join lateral rows from (jsonb_to_recordset(h.lines::jsonb) as ("vaultId" uuid, "specCode" text, measure text,
  "packageId" uuid, "vaultName" text, "byteMillis" numeric, price text))
  with ordinality as l (vault_id, spec_code, measure, package_id, vault_name, byte_millis, price, place)
group by h.id, l.vault_id, l.spec_code, l.measure, l.package_id;

alter table store.closed_hour drop column lines;

-- Hours are counted some vaults at a time.
create index vault_terms_vault on store.vault_terms (project, vault_id, seq) include (at);
create index usage_change_vault on store.usage_change (project, vault_id, at) include (delta);
drop index store.usage_change_project;
drop index store.vault_terms_project;
