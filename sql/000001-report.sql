-- One published text of one outlet at one time. A page that changed has several versions under one id.
create table report (
  id text not null,
  version int not null,
  hash text not null,
  outlet text,
  title text,
  uri text,
  published_at text,
  language text not null,
  -- The first words of the text, for lists.
  opening text not null,
  length int not null,
  -- The report to the letter; jsonb would refuse some texts.
  body json not null,
  words tsvector not null,
  -- Random: with it the log's entry proves that this text is unchanged; once it is erased nothing tells what the text was.
  salt text not null,
  primary key (id, version),
  unique (id, hash)
);

create index report_words on report using gin (words);
create index report_page on report (uri, outlet);
create index report_published on report (published_at, id);

-- All records of one version of a report, without the report itself.
create table reading (
  report_id text not null,
  version int not null,
  body json not null,
  primary key (report_id, version),
  foreign key (report_id, version) references report (id, version) on delete cascade
);

-- All that was ever done, each entry sealed with the hash of the one before.
create table operation (
  seq bigint primary key,
  at text not null,
  by text not null,
  kind text not null,
  body json not null,
  previous text not null,
  hash text not null unique
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of operations is only ever added to';
end $$;

create trigger operation_is_kept before update or delete on operation
for each row execute function refuse_change();

create trigger operation_is_not_emptied before truncate on operation
for each statement execute function refuse_change();

-- What was erased: its id and the entry of the log that says so, and nothing of its text.
create table tombstone (
  report_id text primary key,
  operation bigint not null references operation (seq)
);
