package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.faults.scene.Scene;
import io.coffer.systemtests.stack.Leaks;
import io.coffer.systemtests.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Searches logs and the files of the broker and the database for every secret of the credentials,
 * of the keys, of the logins at the broker and of recovery kits.
 */
final class SecretsStayInside {

  private static final Pattern LOGIN = Pattern.compile("password=\"([^\"]+)\"");

  private SecretsStayInside() {}

  static void check(Aftermath aftermath) throws IOException {
    RunningStack stack = aftermath.stack();
    Path keys = stack.home().resolve("keys");
    List<String> secrets = new ArrayList<>();
    for (String file : List.of("internal.token", "sealing.key", "postgres.password")) {
      secrets.add(Files.readString(keys.resolve(file)).strip());
    }
    secrets.addAll(logins(keys.resolve("kafka")));
    for (String name : List.of("password", "secret_key")) {
      List<JsonNode> values = stack.credentials().findValues(name);
      assertThat(values).as(name).isNotEmpty();
      values.stream().map(JsonNode::asText).forEach(secrets::add);
    }
    for (Scene scene : aftermath.scenesWithBackups()) {
      secrets.add(aftermath.recoveryKit(scene).get("RESTIC_PASSWORD"));
    }
    assertThat(secrets).allMatch(secret -> secret.length() >= 16 && secret.lines().count() == 1);
    assertThat(Leaks.inClear(stack.home(), secrets)).as("files with secrets").isEmpty();
  }

  private static List<String> logins(Path directory) throws IOException {
    List<String> logins = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Matcher login = LOGIN.matcher(Files.readString(file));
        assertThat(login.find()).as("login in %s", file).isTrue();
        logins.add(login.group(1));
      }
    }
    return logins;
  }
}
