-- Which password a token was given for: an HMAC under the token itself. What was handed out before has none, and ends.
alter table gateway.token add column credential bytea not null default ''::bytea;
-- The tokens of one user, newest first: only so many are kept.
create index token_of_user on gateway.token (user_id, issued_at);
