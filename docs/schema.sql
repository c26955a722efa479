-- Written by `npm run docs` from the migrations in `sql/`, for reading; nothing runs it.

create table account (
  name text not null,
  role text not null,
  password text,
  made_at text not null,
  removed_at text,
  primary key (name)
);
CREATE UNIQUE INDEX account_named ON account USING btree (lower(name));

create table assignment (
  report_id text not null,
  version integer not null,
  coder text not null,
  state text not null,
  operation bigint not null,
  note text not null,
  salt text not null,
  primary key (report_id, version, coder),
  foreign key (operation) references operation(seq),
  foreign key (report_id, version) references report(id, version) on delete cascade,
  check ((state = any (array['open'::text, 'done'::text, 'returned'::text, 'ruled'::text])))
);
CREATE INDEX assignment_coder ON assignment USING btree (coder, operation);

create table decision (
  operation bigint not null,
  a_report text not null,
  a_event text not null,
  b_report text not null,
  b_event text not null,
  verdict text not null,
  undone bigint,
  primary key (operation, a_report, a_event, b_report, b_event),
  foreign key (operation) references operation(seq),
  foreign key (undone) references operation(seq),
  check ((verdict = any (array['same'::text, 'not-the-same'::text])))
);
CREATE INDEX decision_a ON decision USING btree (a_report, a_event) WHERE (undone IS NULL);
CREATE INDEX decision_b ON decision USING btree (b_report, b_event) WHERE (undone IS NULL);

create table event (
  number integer not null,
  report_id text not null,
  version integer not null,
  event_id text not null,
  component integer not null,
  incident_id text not null,
  profile json not null,
  unique (report_id, event_id),
  primary key (number),
  foreign key (report_id, version) references reading(report_id, version)
);
CREATE INDEX event_component ON event USING btree (component);
CREATE INDEX event_incident ON event USING btree (incident_id);

create table event_key (
  key integer not null,
  event integer not null,
  primary key (key, event)
);

create table former_id (
  id text not null,
  incident_id text not null,
  operation bigint not null,
  primary key (id)
);
CREATE INDEX former_id_incident ON former_id USING btree (incident_id);

create table former_reading (
  report_id text not null,
  version integer not null,
  until bigint not null,
  body text not null,
  primary key (report_id, version, until),
  foreign key (report_id, version) references report(id, version) on delete cascade,
  foreign key (until) references operation(seq)
);

create table incident (
  id text not null,
  kind text not null,
  country text,
  first_day text,
  last_day text,
  killed integer,
  summary json not null,
  since bigint not null,
  changed bigint not null,
  primary key (id)
);
CREATE INDEX incident_changed ON incident USING btree (changed);
CREATE INDEX incident_day ON incident USING btree (COALESCE(first_day, ''::text), id);

create table incident_before (
  incident_id text not null,
  operation bigint not null,
  since bigint not null,
  members json not null,
  primary key (incident_id, operation)
);
CREATE INDEX incident_before_operation ON incident_before USING btree (operation);

create table job (
  id text not null,
  owner text not null,
  state text not null,
  made_at text not null,
  changed_at text not null,
  seconds double precision not null,
  primary key (id)
);

create table job_file (
  id text not null,
  job text not null,
  name text not null,
  bytes bigint not null,
  is_whole boolean not null,
  at text not null,
  primary key (id),
  foreign key (job) references job(id) on delete cascade
);

create table job_item (
  file text not null,
  number integer not null,
  job text not null,
  place text not null,
  state text not null,
  body json,
  report text,
  version integer,
  outcome text,
  fault text,
  primary key (file, number),
  foreign key (file) references job_file(id) on delete cascade,
  foreign key (job) references job(id) on delete cascade
);
CREATE INDEX job_item_state ON job_item USING btree (job, state, file, number);

create table link (
  a integer not null,
  b integer not null,
  score double precision not null,
  reasons json not null,
  primary key (a, b)
);
CREATE INDEX link_b ON link USING btree (b);

create table linked_by (
  version integer not null
);

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

create table own_actor (
  operation bigint not null,
  id text not null,
  said text not null,
  salt text not null,
  undone bigint,
  primary key (operation),
  foreign key (operation) references operation(seq),
  foreign key (undone) references operation(seq)
);
CREATE UNIQUE INDEX own_actor_standing ON own_actor USING btree (id) WHERE (undone IS NULL);

create table proposal (
  id text not null,
  operation bigint not null,
  said text not null,
  salt text not null,
  report_id text,
  version integer,
  starts integer,
  ends integer,
  state text not null,
  reason text not null,
  settled bigint,
  unique (operation),
  primary key (id),
  foreign key (operation) references operation(seq),
  foreign key (report_id, version) references report(id, version) on delete set null,
  foreign key (settled) references operation(seq),
  check ((state = any (array['open'::text, 'accepted'::text, 'refused'::text])))
);
CREATE INDEX proposal_report ON proposal USING btree (report_id, version);
CREATE INDEX proposal_state ON proposal USING btree (state, operation);

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
CREATE INDEX report_outlet ON report USING btree (outlet);
CREATE INDEX report_page ON report USING btree (uri, outlet);
CREATE INDEX report_published ON report USING btree (published_at, id);
CREATE INDEX report_words ON report USING gin (words);

create table request_key (
  account text not null,
  key text not null,
  asked text not null,
  operation bigint,
  status integer not null,
  answer text not null,
  at text not null,
  primary key (account, key)
);

create table review_decision (
  operation bigint not null,
  place integer not null,
  by text not null,
  "group" text not null,
  report_id text not null,
  version integer not null,
  record text not null,
  verdict text not null,
  said text not null,
  salt text not null,
  undone bigint,
  primary key (operation, place),
  foreign key (operation) references operation(seq),
  foreign key (report_id, version) references report(id, version) on delete cascade,
  foreign key (undone) references operation(seq),
  check ((verdict = any (array['accept'::text, 'reject'::text, 'skip'::text, 'edit'::text, 'add'::text])))
);
CREATE INDEX review_decision_by ON review_decision USING btree (by, operation);
CREATE INDEX review_decision_group ON review_decision USING btree ("group");
CREATE INDEX review_decision_report ON review_decision USING btree (report_id, operation);

create table review_item (
  report_id text not null,
  version integer not null,
  worth integer not null,
  body text not null,
  primary key (report_id),
  foreign key (report_id, version) references report(id, version) on delete cascade
);
CREATE INDEX review_item_worth ON review_item USING btree (worth DESC, report_id);

create table ruling (
  "group" text not null,
  report_id text not null,
  version integer not null,
  operation bigint not null,
  primary key ("group"),
  foreign key (operation) references operation(seq),
  foreign key (report_id, version) references report(id, version) on delete cascade
);
CREATE INDEX ruling_report ON ruling USING btree (report_id, version);

create table saved_filter (
  id text not null,
  owner text not null,
  name text not null,
  filter json not null,
  at text not null,
  unique (owner, name),
  primary key (id)
);

create table session (
  id text not null,
  hash text not null,
  account text not null,
  made_at text not null,
  seen_at text not null,
  agent text not null,
  locked boolean not null,
  unique (hash),
  primary key (id),
  foreign key (account) references account(name) on delete cascade
);

create table token (
  id text not null,
  hash text not null,
  account text not null,
  label text not null,
  role text not null,
  made_at text not null,
  seen_at text,
  unique (hash),
  primary key (id),
  foreign key (account) references account(name) on delete cascade
);

create table tombstone (
  report_id text not null,
  operation bigint not null,
  swept boolean not null,
  primary key (report_id),
  foreign key (operation) references operation(seq)
);

create table unknown_actor (
  report_id text not null,
  version integer not null,
  key text not null,
  name text not null,
  kind text not null,
  starts integer not null,
  ends integer not null,
  primary key (report_id, key),
  foreign key (report_id, version) references report(id, version) on delete cascade
);
CREATE INDEX unknown_actor_key ON unknown_actor USING btree (key, report_id);
CREATE TRIGGER unknown_actor_comes AFTER INSERT ON unknown_actor REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_unknown_names();
CREATE TRIGGER unknown_actor_goes AFTER DELETE ON unknown_actor REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_unknown_names();

create table unknown_name (
  key text not null,
  reports integer not null,
  primary key (key)
);
CREATE INDEX unknown_name_place ON unknown_name USING btree (((- reports)), key);

create table unknown_spelling (
  key text not null,
  name text not null,
  kind text not null,
  reports integer not null,
  primary key (key, name, kind)
);
