-- What linking compares of the events of the latest version of each report.
create table event (
  -- Short, for the tables of keys and links; nothing else is named by it.
  number int primary key,
  report_id text not null,
  version int not null,
  event_id text not null,
  -- The least number among the events that links and decisions lead to from this one.
  component int not null,
  incident_id text not null,
  profile json not null,
  unique (report_id, event_id),
  foreign key (report_id, version) references reading (report_id, version)
);

create index event_component on event (component);
create index event_incident on event (incident_id);

-- Hashes of the block keys of events: those that share one are compared.
create table event_key (
  key int not null,
  event int not null,
  primary key (key, event)
);

-- Pairs of events that go together well enough to be kept, the lesser number first.
create table link (
  a int not null,
  b int not null,
  score float8 not null,
  reasons json not null,
  primary key (a, b)
);

create index link_b on link (b);

-- What somebody decided on pairs of events, as the log tells it; they need not be there any more.
create table decision (
  operation bigint not null references operation (seq),
  a_report text not null,
  a_event text not null,
  b_report text not null,
  b_event text not null,
  verdict text not null check (verdict in ('same', 'not-the-same')),
  -- The entry of the log that undid it.
  undone bigint references operation (seq),
  primary key (operation, a_report, a_event, b_report, b_event)
);

create index decision_a on decision (a_report, a_event) where undone is null;
create index decision_b on decision (b_report, b_event) where undone is null;

-- What is listed of an incident; its claims are made of the readings when it is shown.
create table incident (
  id text primary key,
  kind text not null,
  country text,
  -- Whole days, for the order and for filters; the summary keeps them as vague as they are.
  first_day text,
  last_day text,
  -- At least so many were killed, as far as somebody counts them.
  killed int,
  summary json not null,
  -- The entries of the log that it came with, and that changed it last.
  since bigint not null,
  changed bigint not null
);

create index incident_day on incident (coalesce(first_day, ''), id);
create index incident_changed on incident (changed);

-- Which events an incident had before an entry of the log: [report, version, event] of each, and nothing of what they say.
create table incident_before (
  incident_id text not null,
  operation bigint not null,
  -- The entry of the log that it had come with.
  since bigint not null,
  members json not null,
  primary key (incident_id, operation)
);

create index incident_before_operation on incident_before (operation);

-- Where the events of an incident went that is no more.
create table former_id (
  id text primary key,
  incident_id text not null,
  operation bigint not null
);

create index former_id_incident on former_id (incident_id);
