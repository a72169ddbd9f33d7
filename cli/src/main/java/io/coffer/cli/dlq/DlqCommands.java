package io.coffer.cli.dlq;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.stack.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer dlq ...}. */
@Command(
    name = "dlq",
    mixinStandardHelpOptions = true,
    description = "Look after messages that no service could process.")
public final class DlqCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List dead letters that were not retried.")
  void list(@Mixin OutputOption output) throws Exception {
    try (DeadLetters letters = new DeadLetters(Stack.ofEnvironment().kafka())) {
      output.rows(
          letters.waiting().stream().map(DlqCommands::describe).toList(),
          "place",
          "origin",
          "type",
          "key",
          "since",
          "reason");
    }
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Send dead letters to where they came from once more.")
  int retry(
      @Parameters(
              paramLabel = "PLACE",
              arity = "0..*",
              description =
                  "As the list shows them: topic, or topic/partition/offset (default: all).")
          List<String> places)
      throws Exception {
    try (DeadLetters letters = new DeadLetters(Stack.ofEnvironment().kafka())) {
      List<DeadLetterRecord> chosen =
          letters.waiting().stream().filter(letter -> isMeant(letter, places)).toList();
      List<DeadLetterRecord> lost = chosen.stream().filter(letter -> !letter.canGoBack()).toList();
      chosen = chosen.stream().filter(DeadLetterRecord::canGoBack).toList();
      letters.retry(chosen);
      System.out.println(chosen.size() + " sent again.");
      lost.forEach(
          letter ->
              System.out.println(
                  letter.place() + " stays: it does not say which topic it came from."));
      return chosen.isEmpty() && places != null ? 1 : 0;
    }
  }

  private static boolean isMeant(DeadLetterRecord letter, List<String> places) {
    return places == null
        || places.contains(letter.place())
        || places.contains(letter.record().topic())
        || places.contains(letter.originalTopic());
  }

  private static Map<String, Object> describe(DeadLetterRecord letter) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("place", letter.place());
    all.put("origin", letter.origin());
    all.put("type", letter.type());
    all.put("key", letter.key());
    all.put("since", letter.since().toString());
    all.put("reason", letter.reason());
    return all;
  }
}
