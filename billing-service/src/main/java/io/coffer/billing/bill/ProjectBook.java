package io.coffer.billing.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Where projects are and whose, as the file with the accounts says when it is asked. */
@ApplicationScoped
class ProjectBook {

  private static final Logger LOG = Logger.getLogger(ProjectBook.class);

  private final BillSettings settings;

  ProjectBook(BillSettings settings) {
    this.settings = settings;
  }

  /**
   * A project.
   *
   * @param domainId who pays; null where nobody is known
   */
  record Entry(String region, String domainId) {}

  /** What is said of all projects now. */
  Entries read() {
    Map<String, Entry> entries = new HashMap<>();
    settings.accounts().ifPresent(file -> read(file, entries));
    return project -> entries.getOrDefault(project, new Entry(settings.region(), null));
  }

  /** What is known of a project. */
  interface Entries {
    Entry of(String project);
  }

  private static void read(Path file, Map<String, Entry> entries) {
    try {
      JsonNode root = Json.MAPPER.readTree(Files.readAllBytes(file));
      Stream.of(root, root.path("other"))
          .forEach(
              account ->
                  account
                      .path("projects")
                      .forEach(
                          project ->
                              entries.put(
                                  project.path("id").asText(),
                                  new Entry(
                                      project.path("region").asText(),
                                      account.path("domain_id").asText(null)))));
    } catch (IOException e) {
      LOG.warnf("accounts not read file=%s: %s", file, e.getClass().getSimpleName());
    }
  }
}
