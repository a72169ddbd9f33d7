package io.coffer.cli.replay;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.stack.Stack;
import io.coffer.cli.stack.StackService;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer replay ...}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Rebuild stores from their topics.")
public final class ReplayCommands {

  private static final List<StackService> WITH_STORES =
      List.of(
          StackService.VAULT_SERVICE, StackService.POLICY_SCHEDULER, StackService.BILLING_SERVICE);

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Fold the topics of the running stack into side databases and compare them with the live"
              + " ones; exit code 1 unless they are equal.")
  int verify(
      @Mixin OutputOption output,
      @Parameters(
              paramLabel = "SERVICE",
              arity = "0..1",
              description = "vault-service, policy-scheduler or billing-service (default: all).")
          String service)
      throws Exception {
    Stack stack = Stack.ofEnvironment();
    List<StackService> wanted =
        WITH_STORES.stream()
            .filter(each -> service == null || each.processName().equals(service))
            .toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("There is no service with a store called " + service);
    }
    List<ReplayResult> results = new ArrayList<>();
    for (StackService each : wanted) {
      ReplayResult result = new ReplayVerification(stack, each).run();
      results.add(result);
      if (!output.isJson()) {
        print(result);
      }
    }
    if (output.isJson()) {
      output.json(service == null ? results : results.get(0));
    }
    return results.stream().allMatch(ReplayResult::equal) ? 0 : 1;
  }

  private static void print(ReplayResult result) {
    System.out.printf(
        "%s: %s, %d records, %d passed over, %d tables, %d rows%n  live    %s%n  replay  %s%n",
        result.service(),
        result.equal() ? "equal" : "NOT EQUAL",
        result.records(),
        result.passedOver(),
        result.tables().size(),
        result.tables().stream().mapToLong(CanonicalDump.Table::rows).sum(),
        result.liveSha256(),
        result.replaySha256());
  }
}
