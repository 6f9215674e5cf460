-- The catalogue as it is sold. Rows are written by the catalogue's commit alone; withdrawn entries stay for what was sold.
create table catalog (
  id text primary key,
  revision bigint not null,
  navigation jsonb not null,
  applied_at timestamptz not null
);

create table catalog_provider (
  id text primary key,
  kind text not null,
  name text not null,
  locations jsonb not null,
  withdrawn boolean not null
);

create table catalog_location (
  id text primary key,
  name jsonb not null,
  city text not null,
  country text not null,
  flag text not null,
  ping_url text,
  position int not null,
  withdrawn boolean not null
);

create table catalog_category (
  key text primary key,
  name jsonb not null,
  description jsonb not null,
  parent text,
  upgrade jsonb,
  position int not null,
  withdrawn boolean not null
);

create table catalog_product (
  id text primary key,
  slug text not null,
  category text not null,
  name jsonb not null,
  description jsonb not null,
  provider text not null,
  eggs jsonb not null,
  default_egg text,
  limits jsonb not null,
  locations text[] not null,
  options jsonb not null,
  published boolean not null,
  position int not null,
  withdrawn boolean not null
);

-- Every price there ever was: an order names its version. A null price ends the sale of that cycle.
create table catalog_price (
  product text not null,
  cycle int not null,
  version int not null,
  price bigint,
  steps jsonb not null,
  valid_from timestamptz not null,
  created_at timestamptz not null,
  primary key (product, cycle, version)
);
create trigger catalog_price_append_only before update or delete on catalog_price for each statement execute function refuse_change();

-- Where pieces are counted. No row: unlimited.
create table catalog_stock (
  stock text primary key,
  product text not null,
  location text not null,
  pieces int not null
);
