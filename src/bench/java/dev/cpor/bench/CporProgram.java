package dev.cpor.bench;

import dev.cpor.calendar.CalendarFile;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.job.NightJobs;
import dev.cpor.job.request.Folders;
import dev.cpor.report.Progress;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.StoreConfiguration;
import dev.cpor.store.connection.Database;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
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
        SpringApplication application = new SpringApplicationBuilder(StoreConfiguration.class, NightJobs.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .build();
        Clock clock = Clock.systemUTC();
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Database.class, server::asTheProgramSeesIt);
            beans.registerBean(NightlySettings.class, () -> NightlySettings.read(JOBS));
            beans.registerBean(BusinessCalendar.class, CporProgram::calendar);
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(Folders.class, () -> new Folders(inbox, RULES, JOBS, out));
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

    @Override
    public void close() {
        context.close();
    }
}
