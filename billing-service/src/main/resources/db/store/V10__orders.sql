-- Accounts, the ledger, orders and subscriptions of domains: a fold of billing-events and of nothing else.
create table store.account (
  domain_id text primary key,
  currency text not null,
  opened_at timestamptz not null
);

-- The sum of the postings of each account. All accounts of a domain are zero together, in each currency.
create table store.ledger_account (
  id uuid primary key,
  domain_id text not null,
  account text not null,
  currency text not null,
  amount numeric not null,
  unique (domain_id, account, currency)
);

create table store.posting (
  id uuid primary key,
  domain_id text not null,
  transaction_id uuid not null,
  kind text not null,
  reference text,
  account text not null,
  amount numeric not null,
  currency text not null,
  posted_at timestamptz not null
);
create index posting_listed on store.posting (domain_id, posted_at, transaction_id);

-- project_id is the domain whose order it is: what lists call it. The lines keep what is asked for once the order is paid.
create table store.customer_order (
  id uuid primary key,
  project_id text not null,
  order_id text not null unique,
  service text not null,
  type text not null,
  status text not null,
  auto_pay boolean not null,
  total numeric,
  currency text,
  lines text not null,
  user_id text,
  reason text,
  placed_at timestamptz not null,
  pay_before timestamptz,
  paid_at timestamptz,
  ended_at timestamptz
);
create index customer_order_listed on store.customer_order (project_id, placed_at desc, id);
create index customer_order_unpaid on store.customer_order (pay_before) where status = 'UNPAID';

-- What is bought for a time; the id is that of the resource. busy_with is the order that is about it and not over.
create table store.subscription (
  id uuid primary key,
  project_id text not null,
  bought_by uuid not null,
  order_id text not null,
  product_id text,
  line text not null,
  paid numeric not null,
  currency text not null,
  auto_renew boolean not null,
  status text not null,
  busy_with uuid,
  started_at timestamptz not null,
  expires_at timestamptz not null
);
create index subscription_listed on store.subscription (project_id, started_at desc, id);
create index subscription_order on store.subscription (project_id, order_id);
create index subscription_busy on store.subscription (busy_with);
create index subscription_expiry on store.subscription (expires_at);
