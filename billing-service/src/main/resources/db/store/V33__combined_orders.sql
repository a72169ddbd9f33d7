-- What an order is a part of; null where it stands alone, as all of before do.
alter table store.customer_order add column combined_order_id text;
create index customer_order_combined on store.customer_order (project_id, combined_order_id);
