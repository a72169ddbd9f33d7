package io.coffer.cli.dbom;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The instance that a command is about: which one, of which project, and how it is shown. */
final class OneInstance {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(index = "0", paramLabel = "INSTANCE", description = "Id or name.")
  private String which;

  void show() {
    JsonNode found = new Instances(project.api()).find(which);
    output.thing(output.isJson() ? found : Instances.flat(found));
  }

  /** Has something done with it that needs no body, and shows the answer. */
  void does(String method, String what) {
    does(method, what, null);
  }

  /**
   * Has something done with it, and shows the answer.
   *
   * @param what below its path, with the slash; empty for itself
   */
  void does(String method, String what, JsonNode body) {
    output.thing(new Instances(project.api()).does(method, which, what, body));
  }
}
