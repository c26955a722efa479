-- The names of `unknown_actor` in how many reports they are, counted as its rows come and go: the list of them is asked for more often than it changes.
create table unknown_name (
  key text primary key,
  reports int not null
);

-- The order of the list.
create index unknown_name_place on unknown_name ((-reports), key);

-- How these reports write a name, and what it was read as there.
create table unknown_spelling (
  key text not null,
  name text not null,
  kind text not null,
  reports int not null,
  primary key (key, name, kind)
);

drop index unknown_actor_key;

create index unknown_actor_key on unknown_actor (key, report_id);

create function count_unknown_names() returns trigger language plpgsql as $$
declare
  step int := case tg_op when 'INSERT' then 1 else -1 end;
begin
  -- In the order of the names, so that two who count at once wait for each other in that order.
  insert into unknown_spelling as kept (key, name, kind, reports)
    select key, name, kind, step * count(*) from changed group by key, name, kind order by key, name, kind
    on conflict (key, name, kind) do update set reports = kept.reports + excluded.reports;
  insert into unknown_name as kept (key, reports)
    select key, step * count(*) from changed group by key order by key
    on conflict (key) do update set reports = kept.reports + excluded.reports;
  if tg_op = 'DELETE' then
    delete from unknown_spelling where reports = 0 and key in (select key from changed);
    delete from unknown_name where reports = 0 and key in (select key from changed);
  end if;
  return null;
end $$;

create trigger unknown_actor_comes after insert on unknown_actor
  referencing new table as changed for each statement execute function count_unknown_names();

create trigger unknown_actor_goes after delete on unknown_actor
  referencing old table as changed for each statement execute function count_unknown_names();

insert into unknown_spelling (key, name, kind, reports)
  select key, name, kind, count(*) from unknown_actor group by key, name, kind;

insert into unknown_name (key, reports)
  select key, count(*) from unknown_actor group by key;
