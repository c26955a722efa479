-- Filters of the incidents that somebody keeps under a name.
create table saved_filter (
  id text primary key,
  owner text not null,
  name text not null,
  -- As the server checked it when it was kept; nothing in it is run.
  filter json not null,
  at text not null,
  unique (owner, name)
);
