-- What was approved is what the brake had found, and nothing else: a night that comes to other figures is braked again.
alter table run
    add braked   text null comment 'the limits that it crossed when the brake stopped it last, one a line',
    add approved text null comment 'those of them that somebody has approved';
