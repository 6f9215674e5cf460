-- Panels and clusters, and the games they offer. Keys are in the aggregate of kind 'provider', encrypted.
create table provider (
  id text primary key,
  kind text not null,
  name text not null,
  view jsonb not null
);

create table egg (
  provider text not null,
  key text not null,
  panel_id text not null,
  startup text not null,
  view jsonb not null,
  synced_at timestamptz not null,
  primary key (provider, key)
);
