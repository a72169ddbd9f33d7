package io.coffer.cli.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.Api;
import io.coffer.cli.rest.ProjectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer subscription ...}. */
@Command(
    name = "subscription",
    mixinStandardHelpOptions = true,
    description = "Work with subscriptions, which are told what goes wrong and what fills up.")
public final class SubscriptionCommands {

  private static final String PATH = "/x-subscriptions";

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the subscriptions of a project.")
  void list(@Mixin ProjectOption project, @Mixin OutputOption output) {
    output.rows(
        project.api().list(PATH, "subscriptions"),
        "id",
        "kind",
        "status",
        "deliveries.delivered",
        "deliveries.waiting",
        "deliveries.given_up",
        "event_types=told");
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one subscription.")
  void show(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id) {
    output.thing(project.api().get(path(id)).path("subscription"));
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description =
          "Make a subscription. A secret that is made for it is shown now and never again.")
  void create(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "URL|ADDRESS", description = "Where it is told.") String target,
      @Option(
              names = "--event",
              paramLabel = "TYPE",
              description = "Only this, and others that are named (default: everything).")
          List<String> events,
      @Option(
              names = "--secret-file",
              paramLabel = "FILE",
              description = "What a webhook is signed with: whsec_ and Base64 (default: made).")
          Path secretFile)
      throws IOException {
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
    output.thing(project.api().post(PATH, body).path("subscription"));
  }

  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      description = "Delete a subscription, its secret and what it was not told yet.")
  void delete(@Mixin ProjectOption project, @Parameters(paramLabel = "ID") String id) {
    project.api().delete(path(id));
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Tell a subscription something that means nothing.")
  void test(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id) {
    output.thing(project.api().post(path(id) + "/test", null));
  }

  @Command(
      name = "redeliver",
      mixinStandardHelpOptions = true,
      description = "Tell a subscription again what was given up; one that is disabled is active.")
  void redeliver(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Parameters(paramLabel = "ID") String id,
      @Option(
              names = "--since",
              paramLabel = "TIME",
              description = "Only what happened then or later, for example 2026-01-31T12:00:00Z.")
          String since) {
    Api api = project.api();
    String query = since == null ? "" : "?since=" + Api.query(since);
    long before = Long.MAX_VALUE;
    while (true) {
      JsonNode subscription = api.post(path(id) + "/redeliver" + query, null).path("subscription");
      long left = subscription.at("/deliveries/given_up").asLong();
      if (left == 0 || left >= before) {
        output.thing(subscription);
        return;
      }
      before = left;
    }
  }

  private static String path(String id) {
    return PATH + "/" + id;
  }
}
