-- A night looks for the claims about which the rules may say something else than in the night before; what it has to know of
-- that one stands with its run.
alter table run
    add evaluation     bigint      null comment 'the place of the run among all that began to evaluate claims, from 1; null before',
    add history_before bigint      null comment 'the last history row when it began to evaluate: what came later, it may not have seen',
    add counted_by     char(64)    null comment 'SHA-256 over the days that its calendar counts, and the version of the program',
    add due_since      bigint      null comment 'the run since which it looked for claims that are due; null where it evaluated every open claim',
    add every_because  varchar(20) null comment 'why it evaluated every open claim; null where it looked for those that are due',
    add unique (evaluation),
    add foreign key (due_since) references run (number),
    add check ((evaluation is null) = (history_before is null)),
    add check ((evaluation is null) = (counted_by is null));

alter table claim
    drop key status,
    add key open_since (status, incentive, consent, status_since),
    add key (first_submitted);

-- Claims that a night decided though the query would not have found them: a fault in the program, or in data changed by hand.
create table missed_claim (
    run   bigint not null,
    claim bigint not null,
    primary key (run, claim),
    foreign key (run) references run (number),
    foreign key (claim) references claim (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
