package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code coffer account ...}. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Show what the domain may pay with.")
public final class AccountCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    JsonNode account = project.api().ofDomain("GET", "/accounts/customer-accounts/balances", null);
    for (JsonNode balance : account.path("account_balances")) {
      ((ObjectNode) balance).set("debt_amount", account.path("debt_amount"));
    }
    output.rows(
        account.path("account_balances"),
        "account_id=domain",
        "amount=balance",
        "debt_amount=owed",
        "currency");
  }

  @Command(
      name = "statement",
      mixinStandardHelpOptions = true,
      description = "List what came in and what went out, the newest first.")
  void statement(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Option(names = "--owed", description = "What was used and is not paid, instead.")
          boolean owed) {
    String type = owed ? "BALANCE_TYPE_CREDIT" : "BALANCE_TYPE_DEBIT";
    output.rows(
        project
            .api()
            .ofDomain(
                "GET",
                "/accounts/customer-accounts/account-change-records?balance_type=" + type,
                null)
            .path("records"),
        "trade_time=when",
        "trade_detail_type=what",
        "change_amount=amount",
        "balance_after_change=then",
        "currency",
        "trade_id=of");
  }
}
