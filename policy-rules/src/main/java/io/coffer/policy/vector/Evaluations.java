package io.coffer.policy.vector;

import io.coffer.contracts.CbrError;
import io.coffer.policy.InvalidPolicyException;
import io.coffer.policy.calendar.Schedule;
import io.coffer.policy.definition.OperationDefinition;
import io.coffer.policy.fire.FireDecision;
import io.coffer.policy.fire.FullInterval;
import io.coffer.policy.fire.Misfire;
import io.coffer.policy.fire.Overlap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The kinds of vectors about requests, calendars and fires: what the rules say to an input. */
final class Evaluations {

  private static final String PATTERN = "policy.trigger.properties.pattern";

  private Evaluations() {}

  static String validation(Input input, Input expected) {
    return judged(
        expected,
        () ->
            OperationDefinition.parse(
                "policy.operation_definition", input.at("operation_definition").value()));
  }

  static String patternValidation(Input input, Input expected) {
    return judged(expected, () -> schedule(input));
  }

  /**
   * Whether it is accepted, and with which code it is not. The reason in a vector is for people:
   * every refusal has its own words.
   */
  private static String judged(Input expected, Runnable parse) {
    if (!expected.at("accepted").value().isBoolean()) {
      throw new Malformed(expected.at("accepted").path() + " is not true or false");
    }
    boolean accepted = expected.flag("accepted");
    try {
      parse.run();
      return accepted ? "" : "expected to be refused, the rules accept it";
    } catch (InvalidPolicyException refused) {
      return accepted
          ? "expected to be accepted, the rules say: " + refused.getMessage()
          : new Difference().compare("code", CbrError.INVALID_PARAMETER, refused.error()).line();
    }
  }

  static String schedule(Input input, Input expected) {
    Instant from = input.at("from").instant();
    Instant to = input.at("to").instant();
    List<Instant> fires = expected.instants();
    // Whether the end belongs to the window is for the vector to say.
    boolean closed = !fires.isEmpty() && fires.get(fires.size() - 1).equals(to);
    return new Difference()
        .compare(
            "fires",
            fires,
            schedule(input)
                .since(input.at("start_time").instant())
                .within(from, closed ? to.plusNanos(1) : to, fires.size() + 1))
        .line();
  }

  private static Schedule schedule(Input input) {
    Input zone = input.at("x_schedule_timezone");
    return Schedule.parse(
        PATTERN,
        input.at("pattern").list(Input::text),
        zone.present() ? Schedule.zone(zone.path(), zone.text()) : ZoneOffset.UTC);
  }

  static String overlap(Input input, Input expected) {
    Input durations = input.at("durations_min");
    List<Duration> minutes = durations.list(each -> Duration.ofMinutes(each.number()));
    if (minutes.isEmpty()) {
      throw new Malformed(durations.path() + " has no duration");
    }
    return fires(expected, Overlap.decide(input.at("fires").instants(), minutes));
  }

  static String misfire(Input input, Input expected) {
    return fires(
        expected,
        Misfire.decide(
            input.at("fires").instants(),
            input.at("now").instant(),
            Duration.ofMinutes(input.at("grace_min").number())));
  }

  private static String fires(Input expected, List<FireDecision> decisions) {
    List<String> wanted = expected.list(pair -> String.join(" ", pair.list(Input::text)));
    List<String> actual =
        decisions.stream()
            .map(decision -> decision.fire() + (decision.runs() ? " run" : " skipped"))
            .toList();
    return new Difference().compare("fires", wanted, actual).line();
  }

  static String fullInterval(Input input, Input expected) {
    int interval = input.at("full_backup_interval").number();
    List<String> kinds = new ArrayList<>();
    FullInterval state = FullInterval.NONE;
    for (Input run : input.at("runs").list(each -> each)) {
      Instant at = run.at("at").instant();
      boolean full = state.full(interval, at, run.flag("force_full"));
      boolean failed = run.at("status").present() && "error".equals(run.at("status").text());
      kinds.add((failed ? "failed-" : "") + (full ? "full" : "incremental"));
      state = failed ? state : state.after(full, at);
    }
    return new Difference().compare("runs", expected.list(Input::text), kinds).line();
  }
}
