-- The roles of an installation, for a server of your own: put a password (letters, digits, - and _, 16 at least) in place of each PASSWORD_OF_…,
-- create database officine, and run this in it as a superuser. A second time changes nothing but the passwords.
do $$ begin
  if not exists (select from pg_roles where rolname = 'officine_owner') then
    create role officine_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;
alter role officine_owner password 'PASSWORD_OF_officine_owner';
alter role officine_owner set search_path = officine;
alter role officine_owner set timezone = 'UTC';

do $$ begin
  if not exists (select from pg_roles where rolname = 'officine_api') then
    create role officine_api login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;
alter role officine_api password 'PASSWORD_OF_officine_api';
alter role officine_api set search_path = officine;
alter role officine_api set timezone = 'UTC';

do $$ begin
  if not exists (select from pg_roles where rolname = 'officine_worker') then
    create role officine_worker login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;
alter role officine_worker password 'PASSWORD_OF_officine_worker';
alter role officine_worker set search_path = officine;
alter role officine_worker set timezone = 'UTC';

do $$ begin
  if not exists (select from pg_roles where rolname = 'officine_publisher') then
    create role officine_publisher login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;
alter role officine_publisher password 'PASSWORD_OF_officine_publisher';
alter role officine_publisher set search_path = officine;
alter role officine_publisher set timezone = 'UTC';

do $$ begin
  if not exists (select from pg_roles where rolname = 'officine_regione') then
    create role officine_regione login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;
alter role officine_regione password 'PASSWORD_OF_officine_regione';
alter role officine_regione set search_path = officine;
alter role officine_regione set timezone = 'UTC';

do $$ begin
  if not exists (select from pg_roles where rolname = 'officine_regione_app') then
    create role officine_regione_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;
alter role officine_regione_app password 'PASSWORD_OF_officine_regione_app';
alter role officine_regione_app set search_path = officine;
alter role officine_regione_app set timezone = 'UTC';
alter role officine_api set statement_timeout = '15s';
alter role officine_api set lock_timeout = '10s';
alter role officine_api set idle_in_transaction_session_timeout = '15s';
alter database "officine" owner to officine_owner;
revoke all on database "officine" from public;
grant connect on database "officine" to officine_owner;
grant connect on database "officine" to officine_api;
grant connect on database "officine" to officine_worker;
grant connect on database "officine" to officine_publisher;
grant connect on database "officine" to officine_regione;
grant connect on database "officine" to officine_regione_app;
