-- Cancellations and withdrawals declared without signing in. Written by the declaration's own commits.
create table declaration (
  id text primary key,
  status text not null,
  email_key text not null,
  received_at timestamptz not null,
  view jsonb not null
);
create index declaration_queue on declaration (status, received_at, id);
create index declaration_email on declaration (email_key, received_at desc);
