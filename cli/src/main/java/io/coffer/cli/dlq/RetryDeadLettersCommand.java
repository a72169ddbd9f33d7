package io.coffer.cli.dlq;

import io.coffer.cli.stack.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code coffer dlq retry}. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = "Send dead letters to where they came from once more.")
final class RetryDeadLettersCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PLACE",
      arity = "0..*",
      description = "As the list shows them: topic, or topic/partition/offset (default: all).")
  private List<String> places;

  @Override
  public Integer call() throws Exception {
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
}
