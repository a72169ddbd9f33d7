package io.coffer.cli.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer subscription create}. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Make a subscription. A secret that is made for it is shown now and never again.")
final class CreateSubscriptionCommand implements Callable<Integer> {

  @Mixin private ProjectOption project;
  @Mixin private OutputOption output;

  @Parameters(paramLabel = "URL|ADDRESS", description = "Where it is told.")
  private String target;

  @Option(
      names = "--event",
      paramLabel = "TYPE",
      description = "Only this, and others that are named (default: everything).")
  private List<String> events;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "What a webhook is signed with: whsec_ and Base64 (default: made).")
  private Path secretFile;

  @Override
  public Integer call() throws IOException {
    boolean mail = target.contains("@") && !target.contains("://");
    ObjectNode subscription =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", mail ? "mail" : "webhook")
            .put(mail ? "address" : "url", target);
    if (secretFile != null) {
      subscription.put("secret", Files.readString(secretFile).strip());
    }
    if (events != null) {
      ArrayNode types = subscription.putArray("event_types");
      events.forEach(types::add);
    }
    JsonNode body = JsonNodeFactory.instance.objectNode().set("subscription", subscription);
    output.thing(new Subscriptions(project.api()).create(body));
    return 0;
  }
}
