-- What Drools made of the rules of a folder, so that nights compile each rule set once. It says nothing that the text of the
-- rule set does not say, and is checked before it is loaded, like what has just been compiled.
create table compiled_rules (
    compiled_from char(64)   not null primary key comment 'SHA-256 over the rules, the vocabulary and the version of Drools',
    content       mediumblob not null
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;

-- Rules that have passed their scenarios: a night need not try the same ones again.
create table passed_scenarios (
    tried char(64) not null primary key comment 'SHA-256 over rules, scenarios, calendar, currencies and the version of the program'
) engine = InnoDB default charset = utf8mb4 collate = utf8mb4_nopad_bin;
