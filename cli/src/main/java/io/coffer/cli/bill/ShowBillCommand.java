package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coffer bill show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Show what was used in a month, when, what it costs and from which package.")
final class ShowBillCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "MONTH", description = "For example 2026-02.")
  private String month;

  @Override
  public void run() {
    JsonNode bill = Bills.of(project.api(), month);
    if (output.isJson()) {
      output.json(bill);
      return;
    }
    System.out.print(BillText.of(bill));
  }
}
