package dev.cpor.store.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole wiring of the database: one pool, one transaction manager, and the tables as the migrations leave them. */
@Configuration(proxyBeanMethods = false)
@Import({RolledBack.class, Snapshot.class})
public class ConnectionConfiguration {
    /** Fifty partitions, the job repository, the lease and some to spare; a connection costs nothing while nobody takes it. */
    private static final int CONNECTIONS = 64;

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database) {
        Migration.bring(database);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.runtime().user());
        config.setPassword(database.runtime().password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        // A page is guarded by versions and the lease, not by repeatable reads, whose gap locks would only wait.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        // A process that is frozen amid its writes keeps their locks; the server ends it before a successor has waited
        // for long. A list of a page's keys is to be looked up key by key, and a page given as JSON to stay in memory:
        // by default the server makes a temporary table of the one, and writes the other to a file.
        config.setConnectionInitSql("set session time_zone = '+00:00',"
                + " sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO', idle_write_transaction_timeout = 20,"
                + " in_predicate_conversion_threshold = 0, tmp_memory_table_size = 67108864,"
                + " max_heap_table_size = 67108864");
        config.setDataSourceProperties(ConnectionOptions.defaults());
        return new HikariDataSource(config);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(JdbcTemplate jdbcTemplate) {
        return JdbcClient.create(jdbcTemplate);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactionTemplate(JdbcTransactionManager transactionManager) {
        return new TransactionTemplate(transactionManager);
    }
}
