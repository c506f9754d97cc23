-- The publisher as a process: two at once wait for each other instead of failing, and a quarter that was closed changes in the open or not at all.

-- The town's row, and the edition's, are what two publishers wait at: written over, no longer deleted and made anew.
grant update (name, kind, municipio, latitude, longitude, seats, rooms, first_day) on released.town to officine_publisher;
create policy own_change on released.town for update
  using (town = current_setting('app.tenant_id', true)) with check (town = current_setting('app.tenant_id', true));
grant update (published_at, last_day, is_sample) on released.edition to officine_publisher;

-- What a closed quarter said before and says now. Append only. No foreign key: a town's figures are written anew every night, and this outlives them.
create table released.revision (
  town                  text        not null,
  kind                  text        not null check (kind in ('seats', 'room')),
  quarter               text        not null check (quarter ~ '^20[0-9]{2}-Q[1-4]$'),
  revised_at            timestamptz not null,
  cause                 text        not null check (cause in ('counted-late', 'counted-again')),
  -- Why somebody counted again, in their own words.
  note                  text check (length(note) between 5 and 300),
  bookings_before       integer     not null,
  bookings              integer     not null,
  people_present_before integer     not null,
  people_present        integer     not null,
  minutes_offered_before bigint     not null,
  minutes_offered       bigint      not null,
  minutes_booked_before bigint      not null,
  minutes_booked        bigint      not null,
  check ((cause = 'counted-again') = (note is not null)),
  primary key (quarter, kind, town, revised_at)
);
alter table released.revision enable row level security;
alter table released.revision force row level security;
create policy all_read on released.revision for select using (true);
create policy own_in on released.revision for insert with check (town = current_setting('app.tenant_id', true));
grant select on released.revision to officine_regione;
grant select, insert on released.revision to officine_publisher; -- no delete: what was said stays on record

-- Whether the installation holds invented people: production's worker asks before it writes to anybody.
grant select on installation_fact to officine_worker;

-- Who was erased, for the journal that outlives a restore: few among many.
create index person_erased on person (tenant_id, id) where erased_at is not null;
