package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer bill ...}. */
@Command(
    name = "bill",
    mixinStandardHelpOptions = true,
    description = "See what a project is charged for what it uses.")
public final class BillCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the months that something was charged for.")
  void list(@Mixin ProjectOption project, @Mixin OutputOption output) {
    output.rows(project.api().get("/bills").path("bills"), "month", "total", "currency");
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show what was used in a month, when, what it costs and from which package.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "MONTH", description = "For example 2026-02.") String month) {
    JsonNode bill = bill(project, month);
    if (output.isJson()) {
      output.json(bill);
      return;
    }
    System.out.print(BillText.of(bill));
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Write a bill as a file for other programs.")
  void export(
      @Mixin ProjectOption project,
      @Parameters(paramLabel = "MONTH", description = "For example 2026-02.") String month,
      @Option(
              names = "--format",
              paramLabel = "csv|focus",
              defaultValue = "csv",
              description =
                  "The fields of the API, or the columns of FOCUS 1.1 (default:"
                      + " ${DEFAULT-VALUE}).")
          BillExport format,
      @Option(
              names = "--to",
              paramLabel = "FILE",
              description = "Where to (default: standard output).")
          Path file)
      throws IOException {
    ObjectNode bill = (ObjectNode) bill(project, month);
    bill.put("billing_account_id", project.domainId());
    bill.put("billing_account_name", project.domain());
    bill.put("sub_account_name", project.project().name());
    byte[] text = format.of(bill).getBytes(StandardCharsets.UTF_8);
    if (file == null) {
      System.out.writeBytes(text);
      System.out.flush();
    } else {
      Files.write(file, text);
    }
  }

  private static JsonNode bill(ProjectOption project, String month) {
    if (!month.matches("[0-9]{4}-[0-9]{2}")) {
      throw new IllegalArgumentException("A month looks like 2026-02, not like " + month);
    }
    return project.api().get("/bills/" + month).path("bill");
  }
}
