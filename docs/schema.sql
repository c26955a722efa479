-- Written by `npm run docs` from the migrations in `sql/`, for reading; nothing runs it.

create table migration (
  name text not null,
  hash text not null,
  primary key (name)
);

create table operation (
  seq bigint not null,
  at text not null,
  by text not null,
  kind text not null,
  body json not null,
  previous text not null,
  hash text not null,
  unique (hash),
  primary key (seq)
);
CREATE TRIGGER operation_is_kept BEFORE DELETE OR UPDATE ON operation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER operation_is_not_emptied BEFORE TRUNCATE ON operation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table reading (
  report_id text not null,
  version integer not null,
  body json not null,
  primary key (report_id, version),
  foreign key (report_id, version) references report(id, version) on delete cascade
);

create table report (
  id text not null,
  version integer not null,
  hash text not null,
  outlet text,
  title text,
  uri text,
  published_at text,
  language text not null,
  opening text not null,
  length integer not null,
  body json not null,
  words tsvector not null,
  salt text not null,
  unique (id, hash),
  primary key (id, version)
);
CREATE INDEX report_page ON report USING btree (uri, outlet);
CREATE INDEX report_published ON report USING btree (published_at, id);
CREATE INDEX report_words ON report USING gin (words);

create table tombstone (
  report_id text not null,
  operation bigint not null,
  swept boolean not null,
  primary key (report_id),
  foreign key (operation) references operation(seq)
);
