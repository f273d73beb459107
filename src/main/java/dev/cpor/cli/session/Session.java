package dev.cpor.cli.session;

import dev.cpor.account.AccountConfiguration;
import dev.cpor.calendar.CalendarFile;
import dev.cpor.domain.BusinessCalendar;
import dev.cpor.domain.ClearFailure;
import dev.cpor.job.NightJobs;
import dev.cpor.job.remote.ManagerConfiguration;
import dev.cpor.job.remote.NightFiles;
import dev.cpor.job.remote.WorkerConfiguration;
import dev.cpor.job.request.Folders;
import dev.cpor.report.Progress;
import dev.cpor.server.EmbeddedServer;
import dev.cpor.settings.NightlySettings;
import dev.cpor.settings.SettingsFile;
import dev.cpor.store.StoreConfiguration;
import dev.cpor.store.connection.Database;
import dev.cpor.trial.TrialConfiguration;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** What a command that needs the database works with: the server where it is our own, and the beans. */
public final class Session implements AutoCloseable {
    private final @Nullable EmbeddedServer server;
    private final ConfigurableApplicationContext context;

    private Session(@Nullable EmbeddedServer server, ConfigurableApplicationContext context) {
        this.server = server;
        this.context = context;
    }

    /**
     * Opens the database and all that stands on it. The settings files are read first: what is wrong there should not cost
     * the start of a server.
     */
    public static Session open(SharedOptions settings) {
        return open(settings, List.of(), true);
    }

    /**
     * Opens the same for a night that shares its evaluation.
     *
     * @throws ClearFailure if no broker is named, or if the one that is refuses the login
     */
    public static Session openManager(SharedOptions settings) {
        return open(settings, List.of(ManagerConfiguration.class), true);
    }

    /**
     * Opens the same for a worker, of which there may be many of several versions: none of them changes tables.
     *
     * @throws ClearFailure if the tables are not those of this version
     */
    public static Session openWorker(SharedOptions settings) {
        return open(settings, List.of(WorkerConfiguration.class), false);
    }

    private static Session open(SharedOptions settings, List<Class<?>> more, boolean migrates) {
        NightFiles files = new NightFiles(
                SettingsFile.text(settings.jobs(), CalendarFile.FILE),
                SettingsFile.text(settings.jobs(), NightlySettings.FILE));
        NightlySettings nightly = NightlySettings.parse(settings.jobs().resolve(NightlySettings.FILE), files.nightly());
        BusinessCalendar calendar = CalendarFile.parse(settings.jobs().resolve(CalendarFile.FILE), files.calendar());
        EmbeddedServer server = settings.db() == null ? EmbeddedServer.join(settings.data()) : null;
        try {
            return new Session(
                    server, start(settings, database(settings.db(), server, migrates), nightly, calendar, files, more));
        } catch (RuntimeException e) {
            if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    private static Database database(@Nullable String url, @Nullable EmbeddedServer server, boolean migrates) {
        if (server != null) {
            return new Database(server.jdbcUrl(), account(server.owner()), account(server.runtime()), migrates);
        }
        String user = System.getenv("CPOR_DB_USER");
        String password = System.getenv("CPOR_DB_PASSWORD");
        if (url == null || !url.startsWith("jdbc:mariadb:")) {
            throw new ClearFailure(
                    "--db is %s, but must be a JDBC URL of MariaDB such as jdbc:mariadb://localhost:3306/cpor."
                            .formatted(url));
        }
        if (user == null || password == null) {
            throw new ClearFailure(
                    "A database is named with --db, but %s is not set; set CPOR_DB_USER and CPOR_DB_PASSWORD in the environment."
                            .formatted(user == null ? "CPOR_DB_USER" : "CPOR_DB_PASSWORD"));
        }
        Database.Account account = new Database.Account(user, password);
        return new Database(url, account, account, migrates);
    }

    private static Database.Account account(dev.cpor.server.Account account) {
        return new Database.Account(account.user(), account.password());
    }

    private static ConfigurableApplicationContext start(
            SharedOptions settings,
            Database database,
            NightlySettings nightly,
            BusinessCalendar calendar,
            NightFiles files,
            List<Class<?>> more) {
        SpringApplication application = new SpringApplicationBuilder(
                        StoreConfiguration.class, NightJobs.class, TrialConfiguration.class, AccountConfiguration.class)
                .sources(more.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .build();
        Clock clock = Clock.systemUTC();
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Database.class, () -> database);
            beans.registerBean(NightlySettings.class, () -> nightly);
            beans.registerBean(BusinessCalendar.class, () -> calendar);
            beans.registerBean(NightFiles.class, () -> files);
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(
                    Folders.class,
                    () -> new Folders(settings.inbox(), settings.rules(), settings.jobs(), settings.out()));
            beans.registerBean(
                    Progress.class,
                    () -> Progress.on(
                            settings.console().err(), settings.console().terminal(), clock));
        });
        return application.run();
    }

    /** Returns the one bean of a type. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }
}
