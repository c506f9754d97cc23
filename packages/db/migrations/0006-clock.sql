-- The one clock: how far it is from the machine's. A command moves it where nothing but samples live, so that windows, nights and reminders can be seen.
create table clock_offset (
  name         text        not null primary key check (name = 'installation'), -- one row or none: one clock for every town
  milliseconds bigint      not null,
  set_at       timestamptz not null
);
grant select on clock_offset to officine_api, officine_worker; -- no update: only the owner's command moves it
