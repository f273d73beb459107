package dev.cpor.rules.compile;

import dev.cpor.digest.Sha256;
import dev.cpor.rules.drl.Folder;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.compiler.kie.builder.impl.MemoryKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.util.PortablePath;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.KieModule;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;

/** What came of giving Drools rules of one folder to compile. Drools keeps it until it is closed. */
final class Compilation implements AutoCloseable {
    /** Drools speaks of the Java code that it generated: such messages hold the code, and others what is wrong. */
    private static final String GENERATED = "Java source of ";

    private static final String GROUP = "dev.cpor.rules";

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
        ReleaseId release = services.newReleaseId(GROUP, UUID.randomUUID().toString(), "1");
        KieFileSystem sources = services.newKieFileSystem().generateAndWritePomXML(release);
        for (int i = 0; i < texts.size(); i++) {
            // Not under its own name: that ends up in the Java code that Drools generates.
            sources.write(
                    "src/main/resources/%s/%d.drl"
                            .formatted(folder.rulePackage().replace('.', '/'), i),
                    source(folder, texts.get(i)));
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

    /**
     * Takes up what was compiled before.
     *
     * @param compiled what {@link #bytes} returned
     * @throws RuntimeException if it is something else
     */
    static Compilation kept(byte[] compiled) {
        KieServices services = KieServices.Factory.get();
        MemoryFileSystem files = MemoryFileSystem.readFromJar(compiled);
        // Drools finds the model by the name that the rules had when they were compiled.
        String artifact = files.getMap().keySet().stream()
                .map(PortablePath::asString)
                .filter(path -> path.endsWith("/drools-model"))
                .map(path -> path.split("/")[3])
                .findFirst()
                .orElseThrow();
        ReleaseId release = services.newReleaseId(GROUP, artifact, "1");
        KieModuleModel model = services.newKieModuleModel();
        model.newKieBaseModel("rules")
                .addPackage("*")
                .setDefault(true)
                .newKieSessionModel("all")
                .setDefault(true);
        InternalKieModule module = new CanonicalKieModule(new MemoryKieModule(release, model, files));
        services.getRepository().addKieModule(module);
        return new Compilation(release, module, "");
    }

    /**
     * Returns what tells the same rules from others: the sources, the vocabulary that they are compiled against, Drools, and the
     * Java for which it compiles, which is the one that it runs on.
     */
    static String key(Folder folder, List<String> texts) {
        StringBuilder all = new StringBuilder("%s %s "
                .formatted(
                        KieServices.class.getPackage().getImplementationVersion(),
                        Runtime.version().feature()));
        folder.facts().forEach(fact -> all.append(Arrays.toString(fact.type().getRecordComponents())));
        Stream.of(folder.decide().getMethods()).map(Method::toString).sorted().forEach(all::append);
        Folder.ENUMS.forEach(type -> all.append(Arrays.toString(type.getEnumConstants())));
        texts.forEach(text -> all.append('\0').append(source(folder, text)));
        return Sha256.of(all.toString());
    }

    private static String source(Folder folder, String text) {
        return folder.header() + DroolsText.of(folder, text);
    }

    /** Returns what was compiled, to be taken up by another process. */
    byte[] bytes() {
        return ((InternalKieModule) Objects.requireNonNull(module)).getBytes();
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
