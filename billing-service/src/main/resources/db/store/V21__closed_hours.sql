-- What projects were charged for each hour, and for each month of hours: a fold of billing-events.
create table store.closed_hour (
  id uuid primary key,
  project text not null,
  hour timestamptz not null,
  month text not null,
  region text not null,
  currency text not null,
  lines text not null,
  closed_at timestamptz not null
);
create index closed_hour_month on store.closed_hour (project, month, hour);

-- exact is what the hours cost in prices times bytes times milliseconds; charged is what that is in money, rounded once.
create table store.month_cost (
  id uuid primary key,
  project text not null,
  month text not null,
  currency text not null,
  exact numeric not null,
  charged numeric not null
);
create index month_cost_project on store.month_cost (project, month);
