-- One tree instead of two, to the end of which a night appends. That the claim is there is known from the history row of the
-- same version, which comes with the notice and cannot go.
alter table notice
    drop foreign key notice_ibfk_1,
    drop index claim,
    drop primary key,
    drop column id,
    add primary key (queued_on, claim, version, kind);
