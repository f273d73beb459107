package dev.cpor.generate;

import static dev.cpor.domain.Activity.USAGE;
import static dev.cpor.domain.Program.OSU;

import dev.cpor.domain.Activity;
import dev.cpor.domain.Program;
import java.util.ArrayList;
import java.util.List;

/** The hand-picked claims of the sample: every status, every rule and its limits. */
final class SampleStories {
    /** What the README says of a claim. */
    record Shown(String section, String claimId, String what, String command) {}

    static final String STATUSES = "Statuses";
    static final String DEADLINES = "Deadlines";
    static final String INCENTIVE = "Incentive assessment";
    static final String PEOPLE = "What people do";
    static final String NIGHTS = "Where it matters whether a night ran every day";

    final List<Shown> shown = new ArrayList<>();
    private final Feeds feeds;
    private long number;

    SampleStories(Feeds feeds, long firstNumber) {
        this.feeds = feeds;
        this.number = firstNumber;
    }

    void tell() {
        new LifecycleStories(this).tell();
        new IncentiveStories(this).tell();
        new PeopleStories(this).tell();
    }

    Story story(String section, String command, String what, Party party, String created) {
        return story(section, command, what, party, OSU, USAGE, created);
    }

    Story story(String what, Party party, Program program, Activity activity, String created) {
        return story(INCENTIVE, "show", what, party, program, activity, created);
    }

    private Story story(
            String section,
            String command,
            String what,
            Party party,
            Program program,
            Activity activity,
            String created) {
        String name = program + " " + section.split(" ")[0] + " – " + party.name();
        Story story = new Story(feeds, number++, party, program, activity, name, created);
        shown.add(new Shown(section, story.claim().claimId(), what, command));
        return story;
    }
}
