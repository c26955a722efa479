-- What a human look at the latest version of a report is worth, made of its reading.
create table review_item (
  report_id text primary key,
  version int not null,
  worth int not null,
  -- JSON of ReviewWorth: the reasons and how much there is; no word of the text.
  body text not null,
  foreign key (report_id, version) references report (id, version) on delete cascade
);

create index review_item_worth on review_item (worth desc, report_id);
create index report_outlet on report (outlet);
