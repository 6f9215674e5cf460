-- Questions to the register of VAT ids and what it said: the proof of a check, kept as long as the documents.
create table vat_id_check (
  nr bigint generated always as identity primary key,
  vat_id text not null,
  at timestamptz not null,
  outcome text not null,
  reason text,
  consultation text,
  name text,
  address text,
  name_fits boolean
);
create index vat_id_check_id on vat_id_check (vat_id, nr desc);
create trigger vat_id_check_append_only before update or delete or truncate on vat_id_check for each statement execute function refuse_change();

-- Reports sum up the documents of a time.
create index invoice_document_issued_on on invoice_document (issued_on);
