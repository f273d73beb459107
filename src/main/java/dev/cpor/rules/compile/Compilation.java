package dev.cpor.rules.compile;

import dev.cpor.rules.drl.Folder;
import java.util.List;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** What came of giving Drools rules of one folder to compile. Drools keeps it until it is closed. */
final class Compilation implements AutoCloseable {
    /** Drools speaks of the Java code that it generated: such messages hold the code, and others what is wrong. */
    private static final String GENERATED = "Java source of ";

    private final ReleaseId release;
    private final @Nullable KieModule module;
    private final String refusal;

    private Compilation(ReleaseId release, @Nullable KieModule module, String refusal) {
        this.release = release;
        this.module = module;
        this.refusal = refusal;
    }

    /** Compiles texts that passed the gate. */
    static Compilation of(Folder folder, List<String> texts) {
        KieServices services = KieServices.Factory.get();
        // A name of its own: several threads may compile at once, and the repository is shared by the whole process.
        ReleaseId release =
                services.newReleaseId("dev.cpor.rules", UUID.randomUUID().toString(), "1");
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        for (int i = 0; i < texts.size(); i++) {
            // Not under its own name: that ends up in the Java code that Drools generates.
            sources.write(
                    "src/main/resources/%s/%d.drl"
                            .formatted(folder.rulePackage().replace('.', '/'), i),
                    folder.header() + DroolsText.of(folder, texts.get(i)));
        }
        try {
            KieBuilder builder = services.newKieBuilder(sources).buildAll(ExecutableModelProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            return errors.isEmpty()
                    ? new Compilation(release, builder.getKieModule(), "")
                    : new Compilation(release, null, refusal(errors));
        } catch (RuntimeException e) {
            // Drools throws where it should report, for instance when a text is compared with a number.
            return new Compilation(release, null, e.getClass().getSimpleName());
        }
    }

    private static String refusal(List<Message> errors) {
        return errors.stream()
                .map(Message::getText)
                .filter(text -> !text.startsWith(GENERATED))
                .findFirst()
                .orElseGet(() -> errors.get(0).getText())
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Returns what was compiled, null where Drools refused it. */
    @Nullable
    KieModule module() {
        return module;
    }

    /** Returns why Drools refused it, in its words; empty where it did not. */
    String refusal() {
        return refusal;
    }

    /** Loads what was compiled; the container stays when this is closed. */
    KieContainer load() {
        return KieServices.Factory.get().newKieContainer(release);
    }

    @Override
    public void close() {
        // The repository never forgets by itself.
        KieServices.Factory.get().getRepository().removeKieModule(release);
    }
}
