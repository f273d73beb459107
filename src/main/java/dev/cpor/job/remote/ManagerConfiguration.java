package dev.cpor.job.remote;

import dev.cpor.broker.OfferScope;
import dev.cpor.broker.OfferSending;
import dev.cpor.domain.ClearFailure;
import dev.cpor.report.Progress;
import dev.cpor.settings.BrokerSettings;
import dev.cpor.settings.NightlySettings;
import dev.cpor.store.remote.DatabaseIdentity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The wiring of a night that shares its evaluation with workers; no other command has it. */
@Configuration(proxyBeanMethods = false)
@Import({RemoteConfiguration.class, RemotePartitionHandler.class})
public class ManagerConfiguration {
    /** @throws ClearFailure if no broker is named, or if the one that is refuses the login */
    @Bean(destroyMethod = "close")
    OfferSending offerSending(NightlySettings settings, DatabaseIdentity database, Progress progress) {
        OfferSending sending = new OfferSending(
                broker(settings), System::getenv, new OfferScope(database.get(), ProgramVersion.own()));
        sending.warning().ifPresent(progress::note);
        // One that does not answer is tried again when there is something to send.
        sending.tried();
        return sending;
    }

    /**
     * Returns the broker.
     *
     * @throws ClearFailure if the settings name none
     */
    static BrokerSettings broker(NightlySettings settings) {
        BrokerSettings broker = settings.remote().broker();
        if (broker == null) {
            throw new ClearFailure(
                    "nightly.yaml names no broker for workers on other machines; set it, as in: remote: { broker: { addresses: [ 'broker.example.org:61616' ] } }.");
        }
        return broker;
    }
}
