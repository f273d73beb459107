-- Who let an extract go to finance, with the bytes that they answer for, and how far it has come. The names and the bytes are
-- never changed afterwards.
create table payout_release (
    extract         bigint       not null primary key,
    csv_sha256      char(64)     not null,
    manifest_sha256 char(64)     not null,
    steps           tinyint      not null comment 'how many persons it takes',
    prepared_by     varchar(200) null,
    prepared_at     datetime(6)  null,
    released_by     varchar(200) null,
    released_at     datetime(6)  null,
    to_be_sent      boolean      not null comment 'whether a server was named when it was released',
    copied_at       datetime(6)  null comment 'when all its files were in the delivery folder',
    sent_at         datetime(6)  null comment 'when all its files were on the server',
    foreign key (extract) references payout_extract (id),
    check (steps in (1, 2)),
    check ((prepared_by is null) = (prepared_at is null)),
    check ((released_by is null) = (released_at is null)),
    check (prepared_by is null or trim(prepared_by) <> ''),
    check (released_by is null or trim(released_by) <> ''),
    check (prepared_by is not null or (steps = 1 and released_by is not null)),
    check (steps = 1 or released_by is null or lower(trim(released_by)) <> lower(trim(prepared_by))),
    check (released_by is not null or (copied_at is null and sent_at is null)),
    check (sent_at is null or to_be_sent)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
