package io.coffer.cli.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coffer order resources}. */
@Command(
    name = "resources",
    mixinStandardHelpOptions = true,
    description = "List what was bought by month or year, and how it stands.")
final class ListBoughtCommand implements Runnable {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Override
  public void run() {
    List<JsonNode> rows = new ArrayList<>();
    new Bought(project.api())
        .all()
        .forEach(row -> rows.add(output.isJson() ? row : Standing.of(row)));
    output.rows(
        rows,
        "resource_id",
        "resource_name=name",
        "resource_spec_code=product",
        "resource_size=size",
        "standing",
        "expire_time=paid_until",
        "renewal",
        "next",
        "reason=why");
  }
}
