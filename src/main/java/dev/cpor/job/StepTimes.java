package dev.cpor.job;

import dev.cpor.report.NightReport;
import dev.cpor.store.night.Night;
import dev.cpor.store.night.Tallies;
import dev.cpor.store.night.Tallies.Topic;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** How long the parts of a night took, over all its starts, as Spring Batch has noted it. */
final class StepTimes {
    private static final String BRAKE = "brake";
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("readFeeds", "Reading feeds");
        NAMES.put("takeTurns", "Applying events");
        NAMES.put(BRAKE, "Foreseeing decisions");
        NAMES.put("evaluate", "Evaluating claims");
        NAMES.put("writeExtracts", "Payout extract");
    }

    private final JobRepository repository;

    StepTimes(JobRepository repository) {
        this.repository = repository;
    }

    List<NightReport.Step> of(
            Night night, Map<Tallies.Key, Long> counts, NightReport.Intake intake, NightReport.Payout payout) {
        Map<String, Duration> took = new LinkedHashMap<>();
        NAMES.keySet().forEach(name -> took.put(name, Duration.ZERO));
        JobInstance instance = repository.getJobInstance("night", Nights.parameters(night));
        if (instance != null) {
            for (JobExecution execution : repository.getJobExecutions(instance)) {
                execution
                        .getStepExecutions()
                        .forEach(step ->
                                took.computeIfPresent(step.getStepName(), (name, sum) -> sum.plus(duration(step))));
            }
        }
        // A night without limits has no such step.
        took.remove(BRAKE, Duration.ZERO);
        return took.entrySet().stream()
                .map(step -> new NightReport.Step(
                        NAMES.getOrDefault(step.getKey(), step.getKey()),
                        step.getValue(),
                        items(step.getKey(), counts, intake, payout)))
                .toList();
    }

    private static Duration duration(StepExecution step) {
        LocalDateTime start = step.getStartTime();
        LocalDateTime end = step.getEndTime();
        return start == null || end == null ? Duration.ZERO : Duration.between(start, end);
    }

    private static long items(
            String step, Map<Tallies.Key, Long> counts, NightReport.Intake intake, NightReport.Payout payout) {
        return switch (step) {
            case "readFeeds" ->
                intake.feeds().stream().mapToLong(NightReport.FeedFile::read).sum();
            case "takeTurns" -> sum(counts, Topic.APPLIED);
            case BRAKE, "evaluate" -> sum(counts, Topic.EVALUATED);
            default ->
                payout.extracts().stream()
                        .mapToLong(NightReport.ExtractFile::rows)
                        .sum();
        };
    }

    private static long sum(Map<Tallies.Key, Long> counts, Topic topic) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().topic() == topic)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
