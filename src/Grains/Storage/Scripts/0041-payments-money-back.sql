-- What a reconciliation compares beside the status: which world, when the provider made it, and the money that went back.
alter table payment_attempt add column world text not null default 'test';
alter table payment_attempt add column made_at timestamptz;
alter table payment_attempt add column refunded bigint not null default 0;
alter table payment_attempt add column charged_back bigint not null default 0;
update payment_attempt set made_at = created_at;
create index payment_attempt_made on payment_attempt (made_at);
create index payment_created on payment (created_at desc, id desc);
