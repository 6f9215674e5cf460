-- Services, their operations and grants, for lists and look-ups. The truth is the aggregate of kind 'service'.
create table service (
  id text primary key,
  owner text not null,
  name text not null,
  status text not null,
  product text not null,
  provider text not null,
  invoice text not null,
  order_id text not null,
  line int not null,
  fault text,
  created_at timestamptz not null,
  summary jsonb not null
);
create index service_owner on service (owner, created_at desc, id);
create index service_provider on service (provider);
create index service_invoice on service (invoice, line);
create index service_fault on service (created_at desc) where fault is not null;

create table operation (
  id text primary key,
  service text not null,
  owner text not null,
  provider text not null,
  state text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  detail text,
  view jsonb not null
);
create index operation_service on operation (service, started_at desc);
create index operation_open on operation (state, started_at desc) where ended_at is null;

create table service_grant (
  service text not null,
  grantee text not null,
  permissions text[] not null,
  granted_at timestamptz not null,
  granted_by text not null,
  primary key (service, grantee)
);
create index service_grant_grantee on service_grant (grantee);
