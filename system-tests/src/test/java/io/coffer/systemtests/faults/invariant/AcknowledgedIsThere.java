package io.coffer.systemtests.faults.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.faults.client.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Joins the journal with what the API shows. */
final class AcknowledgedIsThere {

  private AcknowledgedIsThere() {}

  static void check(Aftermath aftermath) throws IOException {
    Project project = aftermath.project();
    List<Entry> entries = aftermath.journal().entries();
    assertThat(entries).as("answers").noneMatch(entry -> entry.status() == 500);
    List<Entry> acknowledged = entries.stream().filter(Entry::isAcknowledged).toList();
    vaultsAreListed(aftermath, acknowledged);
    for (Entry entry : acknowledged) {
      if (entry.is("POST /checkpoints")) {
        project.get("/checkpoints/" + entry.answer().at("/checkpoint/id").asText()).expect(200);
      } else if (entry.is("POST /backups/.*/restore")) {
        project.get("/operation-logs/" + entry.answer().path("job_id").asText()).expect(200);
      } else if (entry.is("DELETE .*")) {
        project.get(entry.path()).expect(404);
      }
    }
  }

  private static void vaultsAreListed(Aftermath aftermath, List<Entry> acknowledged) {
    List<Entry> created = acknowledged.stream().filter(e -> e.is("POST /vaults")).toList();
    if (created.isEmpty()) {
      return;
    }
    Map<String, Long> listed =
        aftermath.vaults().listed().stream()
            .map(vault -> vault.path("id").asText())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    for (Entry entry : created) {
      JsonNode vault = entry.answer().path("vault");
      assertThat(listed.get(vault.path("id").asText())).as("listed: %s", vault).isEqualTo(1);
      assertThat(vault.path("name")).isEqualTo(entry.sent().at("/vault/name"));
    }
  }
}
