-- Who may log in. A name that was removed stays, without password: the log has entries by it, so that nobody else may take it.
create table account (
  name text primary key,
  role text not null,
  -- scrypt: its parameters, salt and hash.
  password text,
  made_at text not null,
  removed_at text
);

create unique index account_named on account (lower(name));

-- Who is logged in where. What the cookie holds is kept as its hash alone; `id` names the row and opens nothing.
create table session (
  id text primary key,
  hash text not null unique,
  account text not null references account (name) on delete cascade,
  made_at text not null,
  seen_at text not null,
  agent text not null
);

-- Keys for programs, each shown once and kept as its hash.
create table token (
  id text primary key,
  hash text not null unique,
  account text not null references account (name) on delete cascade,
  label text not null,
  -- At most the account's own.
  role text not null,
  made_at text not null,
  seen_at text
);

-- Changes that were answered, by the key that whoever asked gave them: asked again they are answered again, and not done again.
create table request_key (
  account text not null,
  key text not null,
  -- What was asked: hash of method, path and body.
  asked text not null,
  -- The end of the log once it was done.
  operation bigint,
  status int not null,
  answer text not null,
  at text not null,
  primary key (account, key)
);
