package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer account}. */
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
}
