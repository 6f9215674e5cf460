-- How far the books were found clean: a later audit of what is new begins here.
create table audit_checkpoint (
  only_one boolean primary key default true check (only_one),
  at timestamptz not null,
  entry bigint not null
);

create table audit_checkpoint_series (
  series text primary key,
  number text not null,
  chain_hash bytea not null
);
