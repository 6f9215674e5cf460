-- Movements of NetPoints; what an account has is their sum. Written by the account's commit alone.
create table point_entry (
  nr bigint generated always as identity primary key,
  key text not null constraint point_entry_key unique,
  account text not null,
  reason text not null,
  points int not null check (points <> 0),
  invoice text,
  text text,
  at timestamptz not null,
  expires_at timestamptz
);
create index point_entry_account on point_entry (account, nr desc);
create trigger point_entry_append_only before update or delete or truncate on point_entry for each statement execute function refuse_change();
