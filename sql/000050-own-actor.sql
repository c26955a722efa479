-- The dictionary: names that people add to what the reader knows, as the log tells it; one row for each entry of the log.
create table own_actor (
  operation bigint primary key references operation (seq),
  id text not null,
  -- JSON of the names, the kind and the countries, to the letter; the log has a seal of it alone.
  said text not null,
  salt text not null,
  -- The entry of the log that took it back.
  undone bigint references operation (seq)
);

create unique index own_actor_standing on own_actor (id) where undone is null;

-- What was read of a report until an entry of the log, which put what was read anew in its place.
create table former_reading (
  report_id text not null,
  version int not null,
  until bigint not null references operation (seq),
  -- JSON of the reading without the report, to the letter.
  body text not null,
  primary key (report_id, version, until),
  foreign key (report_id, version) references report (id, version) on delete cascade
);

-- The names in the latest reading of a report that no list of actors knows, each with its first mention.
create table unknown_actor (
  report_id text not null,
  version int not null,
  -- The name without case, accents and marks.
  key text not null,
  name text not null,
  kind text not null,
  starts int not null,
  ends int not null,
  primary key (report_id, key),
  foreign key (report_id, version) references report (id, version) on delete cascade
);

create index unknown_actor_key on unknown_actor (key);

-- The queue is made of the readings; it is made anew, and their unknown names are found with it.
delete from review_item;
