package io.coffer.cli.dlq;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.stack.Stack;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer dlq list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List dead letters that were not retried.")
final class ListDeadLettersCommand implements Callable<Integer> {

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws Exception {
    try (DeadLetters letters = new DeadLetters(Stack.ofEnvironment().kafka())) {
      output.rows(
          letters.waiting().stream().map(ListDeadLettersCommand::describe).toList(),
          "place",
          "origin",
          "type",
          "key",
          "since",
          "reason");
    }
    return 0;
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
