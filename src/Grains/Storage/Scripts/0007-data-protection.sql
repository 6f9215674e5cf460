-- The key ring of ASP.NET Core Data Protection; every silo reads all of it.
create table data_protection_key (
  name text primary key,
  xml text not null
);
