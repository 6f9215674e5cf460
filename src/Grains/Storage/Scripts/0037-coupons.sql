-- Coupons as staff lists them, and the paid orders that used them. Written by the coupon's own commits.
create table coupon (
  code text primary key,
  terms jsonb not null,
  used int not null,
  held int not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);
create index coupon_newest on coupon (created_at desc, code);

create table coupon_use (
  order_id text primary key,
  coupon text not null,
  account text not null,
  discount bigint not null,
  returned bigint not null,
  at timestamptz not null,
  freed_at timestamptz
);
create index coupon_use_person on coupon_use (coupon, account);
create index coupon_use_newest on coupon_use (coupon, at desc);
