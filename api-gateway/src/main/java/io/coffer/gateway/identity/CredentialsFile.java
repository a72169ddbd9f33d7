package io.coffer.gateway.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.contracts.billing.Amount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The file that the launcher writes at the first start: an account at the top, a second one under
 * {@code other}.
 */
final class CredentialsFile {

  private static final List<String> ADMINISTRATORS = List.of("administrator", "admin", "te_admin");

  private final JsonNode root;
  private final Instant modifiedAt;

  private CredentialsFile(JsonNode root, Instant modifiedAt) {
    this.root = root;
    this.modifiedAt = modifiedAt;
  }

  /**
   * Reads the file.
   *
   * @throws UncheckedIOException when it cannot be read as JSON; the message names the file and
   *     quotes nothing of it
   */
  static CredentialsFile read(Path file) {
    try {
      return new CredentialsFile(
          Json.MAPPER.readTree(Files.readAllBytes(file)),
          Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(
              "the accounts cannot be read from " + file + ": " + e.getClass().getSimpleName()));
    }
  }

  /** The address that clients were given; empty when the file does not say. */
  String endpoint() {
    return root.path("endpoint").asText("");
  }

  /** Since when it is like this: what it says itself, else when it was written. */
  Instant asOf() {
    String said = root.path("as_of").asText("");
    if (said.isEmpty()) {
      return modifiedAt.truncatedTo(ChronoUnit.MILLIS);
    }
    try {
      return OffsetDateTime.parse(said).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeParseException e) {
      throw new IllegalStateException(
          "the credentials file has an as_of that is no time like 2026-01-01T00:00:00Z", e);
    }
  }

  List<Account> accounts() {
    List<Account> accounts = new ArrayList<>();
    accounts.add(account(root));
    if (root.path("other").isObject()) {
      accounts.add(account(root.path("other")));
    }
    return accounts;
  }

  private static Account account(JsonNode node) {
    String domain = text(node, "domain");
    String user = text(node, "user");
    return new Account(
        node.path("domain_id").asText(derived("domain", domain)),
        domain,
        node.path("user_id").asText(derived("user", domain + "/" + user)),
        user,
        text(node, "password"),
        text(node, "access_key"),
        text(node, "secret_key"),
        projects(node),
        members(node.path("members")),
        administrator(node.path("roles")),
        balance(node));
  }

  private static Amount balance(JsonNode node) {
    String text = node.path("balance").asText("1000000.00");
    if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
      throw new IllegalStateException("the credentials file has an account whose balance is none");
    }
    return new Amount(text, node.path("currency").asText("USD"));
  }

  private static List<Project> projects(JsonNode node) {
    List<Project> projects = new ArrayList<>();
    for (JsonNode project : node.path("projects")) {
      projects.add(
          new Project(text(project, "id"), text(project, "name"), text(project, "region")));
    }
    return List.copyOf(projects);
  }

  private static List<String> members(JsonNode names) {
    List<String> members = new ArrayList<>();
    names.forEach(name -> members.add(name.asText()));
    return List.copyOf(members);
  }

  /** The account's own user is its administrator, unless a list of roles says otherwise. */
  private static boolean administrator(JsonNode roles) {
    if (!roles.isArray()) {
      return true;
    }
    for (JsonNode role : roles) {
      if (ADMINISTRATORS.contains(role.asText())) {
        return true;
      }
    }
    return false;
  }

  private static String text(JsonNode node, String field) {
    if (!node.path(field).isTextual() || node.path(field).textValue().isEmpty()) {
      throw new IllegalStateException("the credentials file has an account without " + field);
    }
    return node.path(field).textValue();
  }

  private static String derived(String kind, String name) {
    return UUID.nameUUIDFromBytes((kind + ':' + name).getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
