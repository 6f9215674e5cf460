-- What is open of an invoice counts before that something was taken back: a part that was set off leaves the rest to be
-- paid. "Corrected" is said of what is settled.
create or replace function invoice_status(p_issued boolean, p_corrected boolean, p_total bigint, p_paid bigint, p_due date, p_today date) returns text
language sql immutable as $$
  select case
    when not p_issued then 'Draft'
    when p_paid >= p_total then case when p_corrected then 'Corrected' else 'Paid' end
    when p_due < p_today then 'Overdue'
    when p_paid > 0 then 'PartlyPaid'
    else 'Open'
  end
$$;

-- Staff's list over all customers.
create index invoice_newest on invoice (created_at desc, id desc);
