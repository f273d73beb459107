package dev.cpor.job.remote;

import dev.cpor.job.Leasing;
import dev.cpor.store.remote.TakenPartitions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a night that shares its evaluation and a worker have in common: both evaluate partitions. */
@Configuration(proxyBeanMethods = false)
@Import(PartitionEvaluation.class)
class RemoteConfiguration {
    @Bean(destroyMethod = "close")
    Heartbeats heartbeats(TakenPartitions partitions) {
        return new Heartbeats(partitions);
    }

    @Bean
    PartitionTaking partitionTaking(TakenPartitions partitions, PartitionEvaluation evaluation, Heartbeats heartbeats) {
        return new PartitionTaking(partitions, evaluation, heartbeats, Leasing.owner());
    }
}
