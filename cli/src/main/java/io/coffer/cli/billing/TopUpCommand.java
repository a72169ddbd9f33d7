package io.coffer.cli.billing;

import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import io.coffer.cli.stack.Stack;
import io.coffer.contracts.billing.AccountCommand.TopUp;
import io.coffer.contracts.billing.Amount;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer billing top-up}. */
@Command(
    name = "top-up",
    mixinStandardHelpOptions = true,
    description = "Pay money into the account. What it owes is paid first.")
final class TopUpCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "AMOUNT", description = "For example 100.00.")
  private BigDecimal amount;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "USD",
      description = "Its currency (default: ${DEFAULT-VALUE}).")
  private String currency;

  @Override
  public Integer call() throws Exception {
    try (OperatorOrders operator = new OperatorOrders(Stack.ofEnvironment().kafka())) {
      TopUp topUp = new TopUp(new Amount(amount.toPlainString(), currency));
      output.thing(operator.give(project.domainId(), topUp).path("balance"));
    }
    return 0;
  }
}
