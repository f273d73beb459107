package dev.cpor.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.infrastructure.item.support.CompositeItemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The job that tutorials show: a paging reader, chunks of 100, a rule session for each claim, two batch writers, and a pool
 * with its own defaults and those of the driver. It guards nothing: neither claims by their versions nor itself by a lease.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class TextbookJob {
    private static final int CHUNK = 100;

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(BenchServer server) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(server.url());
        source.setUsername(server.owner().user());
        source.setPassword(server.owner().password());
        return source;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcPagingItemReader<TextbookClaim> claims(DataSource dataSource) throws Exception {
        return new JdbcPagingItemReaderBuilder<TextbookClaim>()
                .name("claims")
                .dataSource(dataSource)
                .selectClause("id, version, status, consent, incentive, status_since, first_submitted, notes")
                .fromClause("claim")
                .whereClause("""
                        (status in ('SUBMITTED', 'UNDER_REVIEW', 'PARTNER_ACTION_REQUIRED')
                         or (status = 'APPROVED' and incentive = 'NOT_ASSESSED'))
                        """)
                .sortKeys(Map.of("id", Order.ASCENDING))
                .rowMapper(new BeanPropertyRowMapper<>(TextbookClaim.class))
                .pageSize(CHUNK)
                .build();
    }

    @Bean
    JdbcBatchItemWriter<TextbookClaim> claimWriter(DataSource dataSource) {
        return new JdbcBatchItemWriterBuilder<TextbookClaim>()
                .dataSource(dataSource)
                .sql("""
                        update claim
                           set status = :status, rejection = :rejection, status_since = :statusSince, notes = :notes,
                               version = :version
                         where id = :id
                        """)
                .beanMapped()
                .build();
    }

    @Bean
    JdbcBatchItemWriter<TextbookClaim> historyWriter(DataSource dataSource, Ruleset ruleset) {
        return new JdbcBatchItemWriterBuilder<TextbookClaim>()
                .dataSource(dataSource)
                .sql("""
                        insert into history (claim, version, run, business_date, kind, status, consent, incentive, reason,
                                             rule_name, ruleset)
                        values (:id, :version, 1, :businessDate, :kind, :status, :consent, :incentive, :reason, :ruleName,
                                '%s')
                        """.formatted(ruleset.fingerprint()))
                .beanMapped()
                .build();
    }

    @Bean
    Job textbook(
            JobRepository repository,
            JdbcTransactionManager transactions,
            JdbcPagingItemReader<TextbookClaim> claims,
            TextbookRules rules,
            JdbcBatchItemWriter<TextbookClaim> claimWriter,
            JdbcBatchItemWriter<TextbookClaim> historyWriter) {
        Step step = new StepBuilder("evaluateClaims", repository)
                .<TextbookClaim, TextbookClaim>chunk(CHUNK)
                .transactionManager(transactions)
                .reader(claims)
                .processor(rules)
                .writer(new CompositeItemWriter<>(List.of(claimWriter, historyWriter)))
                .build();
        return new JobBuilder("textbook", repository).start(step).build();
    }
}
