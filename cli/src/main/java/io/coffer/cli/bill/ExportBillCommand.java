package io.coffer.cli.bill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.rest.ProjectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer bill export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Write a bill as a file for other programs.")
final class ExportBillCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "MONTH", description = "For example 2026-02.")
  private String month;

  @Option(
      names = "--format",
      paramLabel = "csv|focus",
      defaultValue = "csv",
      description =
          "The fields of the API, or the columns of FOCUS 1.1 (default:" + " ${DEFAULT-VALUE}).")
  private BillExport format;

  @Option(names = "--to", paramLabel = "FILE", description = "Where to (default: standard output).")
  private Path file;

  @Override
  public Integer call() throws IOException {
    ObjectNode bill = (ObjectNode) Bills.of(project.api(), month);
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
    return 0;
  }
}
