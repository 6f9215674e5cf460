create table audit (
  nr bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  target text not null,
  owner text,
  reason text,
  details jsonb
);
create index audit_target on audit (target, nr desc);
create index audit_owner on audit (owner, nr desc) where owner is not null;
create trigger audit_append_only before update or delete on audit for each statement execute function refuse_change();
