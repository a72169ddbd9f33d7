package io.coffer.cli.order;

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
    output.rows(
        project
            .api()
            .ofDomain("GET", "/accounts/customer-accounts/balances", null)
            .path("account_balances"),
        "account_id=domain",
        "amount=balance",
        "currency");
  }
}
