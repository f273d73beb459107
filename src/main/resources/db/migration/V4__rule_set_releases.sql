-- From which business date on nights use which rule set, where nightly.yaml asks for it. A release counts once a second
-- person has approved it; it is never changed afterwards, only followed by another.
create table rule_set_release (
    number       bigint       not null auto_increment primary key,
    ruleset      char(64)     not null,
    effective_on date         not null,
    released_by  varchar(200) not null,
    released_at  datetime(6)  not null,
    approved_by  varchar(200) null,
    approved_at  datetime(6)  null,
    unique (ruleset, effective_on),
    key (effective_on),
    foreign key (ruleset) references rule_set (fingerprint),
    check (trim(released_by) <> ''),
    check ((approved_by is null) = (approved_at is null)),
    check (approved_by is null or (trim(approved_by) <> '' and lower(trim(approved_by)) <> lower(trim(released_by))))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
