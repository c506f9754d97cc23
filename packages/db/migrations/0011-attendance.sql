-- Who came and who did not: found by the worker once the grace is over, excused by the person, put right by the desk.

alter table booking
  -- Since when the person is expected, when that is later than the beginning: moved to a time that runs, or a check-in taken back. The grace runs from there.
  add column expected_at timestamptz,
  -- When the absence was found: the days to say why are counted from here, so that a worker that was late takes none away.
  add column missed_at   timestamptz,
  -- That an absence is excused outlives the reason, which is let go.
  add column excused_at  timestamptz;
grant update (expected_at, missed_at, excused_at) on booking to officine_api;
create index booking_standing on booking (tenant_id, starts_at) where status in ('confirmed', 'checked-in');

-- Why somebody could not come, as one word of a list: an illness is health data, so it stands apart from all that lists and books,
-- nobody at the counter reads it back, and it goes when the strikes that it spares are over.
create table absence_excuse (
  tenant_id   text        not null references tenant (id),
  booking_id  uuid        not null,
  because     text        not null check (because in ('hospital', 'birth', 'bereavement', 'illness', 'accident', 'transport-strike', 'weather-alert')),
  declared_at timestamptz not null,
  primary key (tenant_id, booking_id),
  foreign key (tenant_id, booking_id) references booking (tenant_id, id)
);
alter table absence_excuse enable row level security;
alter table absence_excuse force row level security;
create policy tenant_only on absence_excuse
  using (tenant_id = current_setting('app.tenant_id', true));
grant select, insert, delete on absence_excuse to officine_api; -- no update: said once; delete: with the person, or when the absence was a mistake
grant select (tenant_id, booking_id, declared_at), delete on absence_excuse to officine_worker; -- it lets go of what it may not read

alter table retention_run no force row level security; -- the new check is validated by a query, which a forced policy would hide the rows from
alter table retention_run
  drop constraint retention_run_what_check,
  add constraint retention_run_what_check check (what in
    ('audit', 'call-list', 'cancel-reasons', 'excuses', 'jobs-done', 'people', 'sessions', 'sign-in-attempts', 'verifications', 'words'));
alter table retention_run force row level security;

-- What the worker's round needs: to lock as everybody does, to see who is overdue, to write how it ended and why.
grant select, insert, update (locked_at) on pool_day to officine_worker;
grant select (expected_at, missed_at, excused_at), update (status, missed_at) on booking to officine_worker;
grant select (pool_id), update (status) on booking_unit to officine_worker;
grant insert on decision to officine_worker;
grant insert on audit_event to officine_worker;
grant insert on outbox to officine_worker;
grant insert on outbox_hint to officine_worker;
