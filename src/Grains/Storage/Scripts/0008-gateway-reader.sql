-- The role of Api processes: they find the silos here and read nothing else. It has no password until an administrator
-- gives it one. Where this user may not make roles, docs/operations.md has the statements for an administrator.
do $$
begin
  if (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
    begin
      create role elizon_api login;
    exception when duplicate_object or unique_violation then
      -- Roles belong to the whole server: another database of ours made it before, or just now.
      null;
    end;
  end if;
  if exists (select from pg_roles where rolname = 'elizon_api') then
    grant select on orleansquery, orleansmembershiptable, orleansmembershipversiontable to elizon_api;
  end if;
end $$;
