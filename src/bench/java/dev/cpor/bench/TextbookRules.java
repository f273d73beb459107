package dev.cpor.bench;

import dev.cpor.domain.BusinessCalendar;
import java.time.LocalDate;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** The processor of the textbook job: a stateless session for each claim. */
final class TextbookRules implements ItemProcessor<TextbookClaim, TextbookClaim> {
    private final KieBase rules = compile();
    private final BusinessCalendar calendar;
    private final LocalDate date;

    TextbookRules(BusinessCalendar calendar, LocalDate date) {
        this.calendar = calendar;
        this.date = date;
    }

    private static KieBase compile() {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files =
                services.newKieFileSystem().write(services.getResources().newClassPathResource("textbook/rules.drl"));
        ReleaseId id = services.newKieBuilder(files)
                .buildAll(ExecutableModelProject.class)
                .getKieModule()
                .getReleaseId();
        KieBase rules = services.newKieContainer(id).getKieBase();
        services.getRepository().removeKieModule(id);
        return rules;
    }

    @Override
    public @Nullable TextbookClaim process(TextbookClaim claim) {
        LocalDate submitted = claim.getFirstSubmitted();
        claim.count(
                date,
                BusinessCalendar.daysBetween(claim.getStatusSince(), date),
                calendar.businessDaysBetween(claim.getStatusSince(), date),
                submitted == null ? 0 : calendar.businessDaysBetween(submitted, date));
        rules.newStatelessKieSession().execute(claim);
        return claim.isChanged() ? claim : null;
    }
}
