package io.coffer.cli.dbom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.coffer.cli.output.OutputOption;
import io.coffer.cli.rest.ProjectOption;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coffer dbom ...}. */
@Command(
    name = "dbom",
    mixinStandardHelpOptions = true,
    description = "Work with database O&M instances, which are bought by month or year.")
public final class DbomCommands {

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the instances of a project.")
  void list(@Mixin ProjectOption project, @Mixin OutputOption output) {
    List<JsonNode> all = new Instances(project.api()).all();
    output.rows(
        output.isJson() ? all : all.stream().map(Instances::flat).toList(),
        "instance_id=id",
        "name",
        "edition",
        "status",
        "task",
        "public_ip=address",
        "remain_days=days_left");
  }

  @Command(name = "show", mixinStandardHelpOptions = true, description = "Show one instance.")
  void show(@Mixin OneInstance instance) {
    instance.show();
  }

  @Command(
      name = "order",
      mixinStandardHelpOptions = true,
      description = "Order an instance; it is made once the order is paid.")
  void order(
      @Mixin ProjectOption project,
      @Mixin OutputOption output,
      @Mixin InstanceOrder order,
      @Mixin PasswordOption password,
      @Parameters(paramLabel = "NAME") String name)
      throws IOException {
    output.thing(
        new Instances(project.api())
            .order(order.body(name, password.read("Password of the management console"))));
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Start an instance that is stopped.")
  void start(@Mixin OneInstance instance) {
    instance.does("POST", "/start");
  }

  @Command(
      name = "stop",
      mixinStandardHelpOptions = true,
      description = "Stop an instance that runs.")
  void stop(@Mixin OneInstance instance) {
    instance.does("POST", "/stop");
  }

  @Command(
      name = "reboot",
      mixinStandardHelpOptions = true,
      description = "Stop an instance that runs, and start it again.")
  void reboot(@Mixin OneInstance instance) {
    instance.does("POST", "/reboot");
  }

  @Command(name = "rename", mixinStandardHelpOptions = true, description = "Rename an instance.")
  void rename(
      @Mixin OneInstance instance, @Parameters(index = "1", paramLabel = "NAME") String name) {
    instance.does("PUT", "/name", body().put("new_name", name));
  }

  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Give a user of an instance that runs another password.")
  void password(
      @Mixin OneInstance instance,
      @Mixin PasswordOption password,
      @Option(
              names = "--user",
              paramLabel = "NAME",
              defaultValue = "sysadmin",
              description = "Whose password (default: ${DEFAULT-VALUE}).")
          String user)
      throws IOException {
    ObjectNode reset = body().put("user_name", user);
    reset.put("new_password", password.read("New password of " + user));
    instance.does("POST", "/password/reset", reset);
  }

  @Command(
      name = "security-group",
      mixinStandardHelpOptions = true,
      description = "Put an instance into these security groups and no others.")
  void securityGroup(
      @Mixin OneInstance instance,
      @Parameters(index = "1..*", paramLabel = "GROUP", arity = "1..*", description = "Their ids.")
          List<String> groups) {
    ObjectNode body = body();
    ArrayNode ids = body.putArray("security_group_ids");
    groups.forEach(ids::add);
    instance.does("PUT", "/security-group", body);
  }

  @Command(
      name = "bind",
      mixinStandardHelpOptions = true,
      description = "Bind an elastic address to an instance that has none.")
  void bind(
      @Mixin OneInstance instance,
      @Parameters(index = "1", paramLabel = "ADDRESS", description = "For example 203.0.113.7.")
          String eip,
      @Parameters(index = "2", paramLabel = "ID", description = "The id of the address.")
          String id) {
    instance.does("POST", "/eip/bind", body().put("eip", eip).put("eip_id", id));
  }

  @Command(
      name = "unbind",
      mixinStandardHelpOptions = true,
      description = "Take the elastic address off an instance.")
  void unbind(@Mixin OneInstance instance) {
    instance.does("POST", "/eip/unbind");
  }

  @Command(name = "delete", mixinStandardHelpOptions = true, description = "Delete an instance.")
  void delete(@Mixin OneInstance instance) {
    instance.does("DELETE", "");
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }
}
