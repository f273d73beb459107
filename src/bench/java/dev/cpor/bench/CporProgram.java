package dev.cpor.bench;

import dev.cpor.calendar.CalendarFile;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.job.NightJobs;
import dev.cpor.job.Nights;
import dev.cpor.job.remote.NightFiles;
import dev.cpor.job.request.Folders;
import dev.cpor.job.request.NightOptions;
import dev.cpor.job.rules.RuleSets;
import dev.cpor.report.Progress;
import dev.cpor.settings.NightlySettings;
import dev.cpor.settings.SettingsFile;
import dev.cpor.store.StoreConfiguration;
import dev.cpor.store.connection.Database;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The program in this process, wired as its commands wire it. */
record CporProgram(ConfigurableApplicationContext context) implements AutoCloseable {
    static final Path RULES = Path.of("rules");
    private static final Path JOBS = Path.of("jobs");

    /** Opens it on the tables of the server, which it makes where there are none. */
    static CporProgram on(BenchServer server, Path inbox, Path out) {
        return on(server, inbox, out, JOBS);
    }

    /** Opens it with the settings of a folder, and with more wiring. */
    static CporProgram on(BenchServer server, Path inbox, Path out, Path jobs, Class<?>... more) {
        SpringApplication application = new SpringApplicationBuilder(StoreConfiguration.class, NightJobs.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .build();
        Clock clock = Clock.systemUTC();
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Database.class, server::asTheProgramSeesIt);
            beans.registerBean(NightlySettings.class, () -> NightlySettings.read(jobs));
            beans.registerBean(BusinessCalendar.class, CporProgram::calendar);
            beans.registerBean(
                    NightFiles.class,
                    () -> new NightFiles(
                            SettingsFile.text(jobs, CalendarFile.FILE), SettingsFile.text(jobs, NightlySettings.FILE)));
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(Folders.class, () -> new Folders(inbox, RULES, jobs, out));
            beans.registerBean(Progress.class, () -> Progress.on(new PrintWriter(Writer.nullWriter()), false, clock));
        });
        return new CporProgram(application.run());
    }

    /** Returns the calendar of {@code jobs}. */
    static BusinessCalendar calendar() {
        return CalendarFile.read(JOBS);
    }

    /** Returns the one bean of a type. */
    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Reads the rules, which a night otherwise does first. */
    void readRules() {
        get(RuleSets.class).in(RULES);
    }

    /** Runs the night of a business date, without trying its rules on their scenarios. */
    void night(LocalDate date, boolean full) {
        get(Nights.class).run(date, new NightOptions(false, false, full));
    }

    @Override
    public void close() {
        context.close();
    }
}
