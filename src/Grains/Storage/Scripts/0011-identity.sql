-- Persons as lists and logins look for them; what they are in full is the aggregate's state. The keys are lower case, made
-- by us: lower() knows no umlauts in a database with the C locale.
create table person (
  id text primary key,
  email text not null,
  email_key text not null,
  first_name text not null,
  last_name text not null,
  last_name_key text not null,
  company text,
  company_key text,
  account_type text not null,
  country text not null,
  verified boolean not null,
  roles text not null,
  created_at timestamptz not null
);
create index person_email on person (email_key text_pattern_ops, created_at desc);
create index person_last_name on person (last_name_key text_pattern_ops);
create index person_company on person (company_key text_pattern_ops) where company_key is not null;
create index person_newest on person (created_at desc);

-- Who owns an address. Claimed in the commit that proves it: of two registrations with one address the first wins.
create table user_email (
  email_key text constraint user_email_pkey primary key,
  user_id text not null,
  claimed_at timestamptz not null
);
