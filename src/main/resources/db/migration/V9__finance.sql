-- How many decimals an earning's amounts have in its files: settings and newer lists of ISO 4217 change it for later earnings
-- only. Those from before this column were rounded as ISO 4217 has it. The default fills them in, and goes.
alter table earning
    add column minor_units tinyint not null
        default (case when currency in ('ADP', 'BEF', 'BIF', 'BYB', 'BYR', 'CLP', 'DJF', 'ESP', 'GNF', 'GRD', 'ISK', 'ITL', 'JPY',
                                        'KMF', 'KRW', 'LUF', 'MGF', 'PTE', 'PYG', 'ROL', 'RWF', 'TPE', 'TRL', 'UGX', 'UYI', 'VND',
                                        'VUV', 'XAF', 'XOF', 'XPF') then 0
                      when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 3
                      when currency = 'CLF' then 4
                      else 2 end) after currency;

alter table earning
    modify minor_units tinyint not null comment 'the decimals of its amounts, as its files have them',
    add check (minor_units between 0 and 4);

alter table staged_row
    modify feed enum ('PARTNERS', 'CUSTOMERS', 'EXCHANGE_RATES', 'CLAIMS', 'CLAIM_LINES', 'EVENTS', 'DISPUTES', 'PAYMENT_RESULTS')
        not null;

-- What finance answered about an earning: every answer that said something new, of which the last one counts.
create table payment_result (
    id            bigint       not null auto_increment primary key,
    earning       bigint       not null,
    run           bigint       not null,
    business_date date         not null comment 'of the night that read it',
    status        enum ('SENT', 'FAILED', 'REJECTED') not null,
    payment_id    varchar(200) null,
    paid_on       date         null,
    reason        varchar(200) null,
    key (earning),
    foreign key (earning) references earning (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Whose claim it was: one row for the first partner and one for each that it was moved to, of claims that were ever moved.
create table claim_partner (
    claim   bigint       not null,
    version int          not null comment 'of the history row that made it so',
    mpn_id  varchar(200) not null,
    primary key (claim, version),
    key (mpn_id),
    foreign key (claim) references claim (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

insert into claim_partner (claim, version, mpn_id)
select claim, version, substring(detail, 9) from history where kind = 'CLAIM_EDITED' and detail like 'mpn\_id: %';

insert into claim_partner (claim, version, mpn_id)
select claim.id, 1, json_value(created.content, '$[2]')
  from (select distinct claim from claim_partner) moved
  join claim on claim.id = moved.claim
  join staged_row created on created.feed = 'CLAIMS' and created.row_key = claim.claim_id and created.id_taken;
