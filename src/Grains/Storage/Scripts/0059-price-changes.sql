-- New prices of whole products, and which contract was told of which.
create table price_change (
  id text primary key,
  product text not null,
  cycle int not null,
  before bigint not null,
  after bigint not null,
  from_day date not null,
  at timestamptz not null,
  contracts int not null,
  own_price int not null,
  visited int not null,
  done_at timestamptz
);
create index price_change_at on price_change (at desc, id);

create table announced_price (
  price_change text not null,
  service text not null,
  owner text not null,
  before bigint not null,
  after bigint not null,
  from_day date not null,
  at timestamptz not null,
  primary key (price_change, service)
);
create trigger announced_price_append_only before update or delete or truncate on announced_price for each statement execute function refuse_change();

create index subscription_product on subscription (product, service) where status <> 'Ended';
