-- What made profiles, block keys and links of events, in one row: another version compares otherwise. 0 while all is being linked anew.
create table linked_by (
  version int not null
);
