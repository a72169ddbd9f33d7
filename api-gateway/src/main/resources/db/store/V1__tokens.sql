-- Tokens that were handed out. The token itself is never kept: only its SHA-256, so that a copy of
-- this table opens nothing. Not rebuilt from topics, hence outside the schema that replay compares.
create schema if not exists gateway;

create table gateway.token (
  sha256 bytea primary key,
  user_id text not null,
  project_id text,
  domain_scoped boolean not null,
  methods text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null
);
create index token_expires on gateway.token (expires_at);
