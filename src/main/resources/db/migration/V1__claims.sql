-- Identifiers are compared as they are written, so every text is utf8mb4 with a binary collation that does not pad.
-- Inside the database a claim is a number; its textual ID is an attribute.

create table rule_set (
    fingerprint   char(64)    not null primary key,
    first_used_at datetime(6) not null,
    content       longtext    not null comment 'every file that decides, as JSON: path to text'
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- One row for each business date that a night was begun for.
create table run (
    number        bigint      not null primary key,
    business_date date        not null unique,
    status        enum ('RUNNING', 'FAILED', 'COMPLETED') not null,
    ruleset       char(64)    null,
    starts        int         not null,
    started_at    datetime(6) not null,
    ended_at      datetime(6) null,
    failure       text        null,
    ranges        text        null comment 'how the evaluation cuts the claims: first-last of each part, separated by ;',
    summary       longtext    null comment 'the run report as text, once the night is complete',
    report        longtext    null comment 'the same as JSON',
    foreign key (ruleset) references rule_set (fingerprint)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- One night at a time: whoever holds the lease raises the token, and every write checks it.
create table night_lease (
    id         tinyint      not null primary key check (id = 1),
    token      bigint       not null,
    owner      varchar(200) not null,
    expires_at datetime(6)  not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

insert into night_lease (id, token, owner, expires_at) values (1, 0, '', '2000-01-01');

create table partner (
    mpn_id               varchar(200) not null primary key,
    name                 varchar(200) not null,
    country              varchar(200) not null,
    currency             char(3)      not null,
    programs             varchar(200) not null,
    payout_profile_valid boolean      not null,
    designations         varchar(200) not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table customer (
    tenant_id     varchar(200) not null primary key,
    name          varchar(200) not null,
    country       varchar(200) not null,
    public_sector boolean      not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table exchange_rate (
    currency  char(3)        not null,
    rate_date date           not null,
    usd_rate  decimal(21, 6) not null check (usd_rate >= 0),
    primary key (currency, rate_date)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table claim (
    id               bigint       not null auto_increment primary key,
    claim_id         varchar(200) not null unique,
    claim_name       varchar(200) not null,
    mpn_id           varchar(200) not null,
    program          enum ('OSU', 'OSA') not null,
    activity         enum ('USAGE', 'PRE_SALES', 'REVENUE_ASSOCIATION') not null,
    tenant_id        varchar(200) not null,
    customer_contact varchar(200) null,
    partner_contact  varchar(200) null,
    status           enum ('EDITING', 'SUBMITTED', 'UNDER_REVIEW', 'PARTNER_ACTION_REQUIRED', 'APPROVED', 'REJECTED') not null,
    rejection        varchar(40)  null,
    withdrawal       varchar(40)  null,
    consent          enum ('NONE', 'PENDING', 'DECLINED', 'ELAPSED') not null,
    incentive        enum ('NOT_ASSESSED', 'ELIGIBLE', 'INELIGIBLE') not null,
    status_since     date         not null,
    first_submitted  date         null,
    notes            varchar(500) not null comment 'reasons told during the present stay in the status',
    version          int          not null comment 'the number of history rows',
    foreign key (mpn_id) references partner (mpn_id),
    foreign key (tenant_id) references customer (tenant_id),
    key (status, incentive, status_since),
    check (version >= 1),
    check ((status = 'REJECTED') = (rejection is not null)),
    check (withdrawal is null or (rejection is not null and rejection = 'PARTNER_REQUEST')),
    check (incentive = 'NOT_ASSESSED' or (status = 'APPROVED' and consent = 'ELAPSED'))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table claim_line (
    claim                bigint         not null,
    line_no              int            not null,
    removed              boolean        not null,
    solution_area        enum ('BUSINESS_APPLICATIONS', 'MODERN_WORK') not null,
    product              varchar(200)   null,
    subscription_id      varchar(200)   null,
    workload             varchar(200)   null,
    channel              enum ('DIRECT', 'VOLUME_LICENSING', 'CSP') not null,
    subscription_state   enum ('ACTIVE', 'GRACE', 'SUSPENDED', 'EXPIRED') null,
    seats                bigint         not null check (seats >= 0),
    monthly_active_users bigint         not null check (monthly_active_users >= 0),
    annual_revenue       decimal(19, 4) not null check (annual_revenue >= 0),
    currency             char(3)        not null,
    primary key (claim, line_no),
    foreign key (claim) references claim (id),
    check (line_no >= 1),
    check ((solution_area = 'BUSINESS_APPLICATIONS') = (product is not null)),
    check ((solution_area = 'BUSINESS_APPLICATIONS') = (subscription_id is not null)),
    check ((solution_area = 'MODERN_WORK') = (workload is not null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- What happened to a claim, one row a version, never changed. Clustered by arrival: clustered by claim, nights take
-- three to five times as long once this table has outgrown the buffer pool.
create table history (
    id            bigint       not null auto_increment primary key,
    claim         bigint       not null,
    version       int          not null,
    run           bigint       not null,
    business_date date         not null,
    kind          varchar(30)  not null,
    occurred_at   datetime(6)  null comment 'UTC, of what a feed told; null for what the night decided',
    actor_role    varchar(20)  null,
    actor         varchar(200) null,
    status        enum ('EDITING', 'SUBMITTED', 'UNDER_REVIEW', 'PARTNER_ACTION_REQUIRED', 'APPROVED', 'REJECTED') not null,
    consent       enum ('NONE', 'PENDING', 'DECLINED', 'ELAPSED') not null,
    incentive     enum ('NOT_ASSESSED', 'ELIGIBLE', 'INELIGIBLE') not null,
    reason        varchar(500) null comment 'one or more reason codes, separated by ;',
    detail        text         null,
    comment       text         null,
    rule_name     text         null,
    ruleset       char(64)     null,
    unique (claim, version),
    foreign key (claim) references claim (id),
    check (version >= 1),
    check ((rule_name is null) = (ruleset is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table document (
    claim       bigint       not null,
    version     int          not null,
    name        varchar(200) not null,
    sha256      char(64)     not null,
    uploaded_at datetime(6)  not null,
    primary key (claim, version),
    foreign key (claim) references claim (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table comment (
    claim      bigint       not null,
    version    int          not null,
    actor_role varchar(20)  not null,
    actor      varchar(200) not null,
    made_at    datetime(6)  not null,
    text       text         not null,
    primary key (claim, version),
    foreign key (claim) references claim (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- A claim is disputed once.
create table dispute (
    claim      bigint       not null primary key,
    dispute_id varchar(200) not null unique,
    opened_at  datetime(6)  not null,
    opened_on  date         not null,
    details    text         not null,
    outcome    enum ('OPEN', 'UPHELD', 'DENIED') not null,
    foreign key (claim) references claim (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table payout_extract (
    id              bigint       not null auto_increment primary key,
    program         enum ('OSU', 'OSA') not null,
    sequence        int          not null,
    business_date   date         not null,
    run             bigint       not null,
    ruleset         char(64)     not null,
    row_count       bigint       null comment 'null until the file is written',
    csv_sha256      char(64)     null,
    manifest_sha256 char(64)     null,
    unique (program, sequence),
    unique (program, business_date),
    foreign key (run) references run (number),
    check (sequence >= 1)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- One control file a night, chained in the order in which nights ended.
create table payout_control (
    position        bigint   not null primary key,
    business_date   date     not null unique,
    sha256          char(64) null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Everything that an extract says about an earning is kept with it: nothing is looked up later.
create table earning (
    id                   bigint         not null auto_increment primary key,
    earning_id           varchar(230)   not null unique,
    written_id           varchar(231)   as (concat(if(left(earning_id, 1) in ('=', '+', '-', '@', char(9), char(13)), '\'', ''),
                                                   earning_id)) stored comment 'as the file shows it, which is the order of its rows',
    claim                bigint         not null,
    line_no              int            not null,
    n                    int            not null,
    run                  bigint         not null,
    business_date        date           not null,
    extract              bigint         null comment 'the extract it is in, for ever, once it is in one',
    program              enum ('OSU', 'OSA') not null,
    activity             enum ('USAGE', 'PRE_SALES', 'REVENUE_ASSOCIATION') not null,
    mpn_id               varchar(200)   not null,
    partner_name         varchar(200)   not null,
    partner_country      varchar(200)   not null,
    tenant_id            varchar(200)   not null,
    customer_name        varchar(200)   not null,
    customer_country     varchar(200)   not null,
    solution_area        enum ('BUSINESS_APPLICATIONS', 'MODERN_WORK') not null,
    product              varchar(200)   null,
    subscription_id      varchar(200)   null,
    workload             varchar(200)   null,
    lever                varchar(200)   not null,
    earning_type         enum ('FEE', 'REBATE') not null,
    basis                enum ('REVENUE_PERCENT', 'PER_USER', 'PER_SEAT') not null,
    rate                 varchar(40)    not null comment 'as in the rate card',
    quantity             bigint         null,
    transaction_amount   decimal(30, 4) null,
    transaction_currency char(3)        null,
    amount               decimal(40, 4) not null,
    currency             char(3)        not null,
    usd_rate             decimal(21, 6) not null,
    usd_rate_date        date           not null,
    amount_usd           decimal(50, 2) not null,
    reverses             varchar(230)   null unique,
    reason_code          varchar(40)    null,
    rule_name            text           not null,
    ruleset              char(64)       not null,
    unique (claim, line_no, n),
    key (extract, written_id),
    key (business_date),
    foreign key (claim) references claim (id),
    foreign key (extract) references payout_extract (id),
    check (n >= 1),
    check ((quantity is null) = (basis = 'REVENUE_PERCENT')),
    check ((transaction_amount is null) = (transaction_currency is null))
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- The outbox: what has to be told to whom. Delivery is another program's act.
create table notice (
    id         bigint       not null auto_increment primary key,
    claim      bigint       not null,
    version    int          not null,
    kind       varchar(30)  not null,
    recipient  enum ('CUSTOMER', 'PARTNER', 'REVIEWER') not null,
    reason     varchar(500) null,
    queued_on  date         not null,
    unique (claim, version, kind),
    foreign key (claim) references claim (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table feed_file (
    id            bigint       not null auto_increment primary key,
    sha256        char(64)     null unique comment 'null when not even its bytes could be read',
    name          varchar(255) not null,
    feed          varchar(20)  not null,
    run           bigint       not null,
    state         enum ('READING', 'READ', 'REFUSED') not null,
    records       bigint       not null comment 'records taken so far: where a restart goes on',
    duplicates    bigint       not null,
    message       text         null comment 'why it was refused whole',
    key (run)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Every row of every feed, kept: those that wait for their date or their claim, and those that were applied or refused.
-- Reference rows are kept with the business date of the night that read them, so that any night can be seen again.
create table staged_row (
    id          bigint       not null auto_increment primary key,
    feed_file   bigint       not null,
    line        bigint       not null,
    feed        enum ('PARTNERS', 'CUSTOMERS', 'EXCHANGE_RATES', 'CLAIMS', 'CLAIM_LINES', 'EVENTS', 'DISPUTES') not null,
    row_key     varchar(420) not null,
    claim_id    varchar(200) null comment 'null for rows that are about no claim',
    occurred_on date         null comment 'its day in the zone of the calendar; null where a row applies when it is read',
    id_taken    boolean      null comment 'true while the id may not come again with other content, else null',
    read_on     date         not null comment 'business date of the night that read it',
    settled_on  date         null comment 'business date of the night that applied or refused it; null while it waits',
    content     mediumtext   not null comment 'the fields as a JSON array, in the order of the contract',
    unique (feed, row_key, id_taken),
    key (claim_id),
    foreign key (feed_file) references feed_file (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- The claims that have waiting rows: an intake looks at these and no others, and a kept row costs nothing later.
create table waiting_claim (
    claim_id varchar(200) not null primary key,
    due_on   date         not null comment 'the first day on which one of its waiting rows may have its turn'
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table reject (
    id            bigint        not null auto_increment primary key,
    run           bigint        not null,
    business_date date          not null,
    feed_file     bigint        not null,
    line          bigint        not null,
    row_key       varchar(420)  not null,
    code          varchar(40)   not null,
    message       varchar(2000) not null,
    row           mediumtext    not null,
    unique (feed_file, line),
    key (business_date),
    foreign key (feed_file) references feed_file (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

create table quarantine (
    run     bigint not null,
    claim   bigint not null,
    rules   text   not null,
    message text   not null,
    primary key (run, claim),
    foreign key (claim) references claim (id)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- What the pages of a night counted, each in the page's own transaction; only ever inserted, so that partitions never meet.
create table tally (
    id     bigint       not null auto_increment primary key,
    run    bigint       not null,
    topic  varchar(30)  not null,
    label  varchar(500) not null,
    reason varchar(500) not null,
    amount bigint       not null,
    key (run)
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
