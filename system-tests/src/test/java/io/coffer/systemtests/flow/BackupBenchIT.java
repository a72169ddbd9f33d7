package io.coffer.systemtests.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.Json;
import io.coffer.systemtests.api.LocalServer;
import io.coffer.systemtests.api.Project;
import io.coffer.systemtests.api.Vaults;
import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WholeStack.class)
class BackupBenchIT {

  private RunningStack stack;
  private Project project;
  private Vaults vaults;

  @BeforeEach
  void sign(RunningStack stack) {
    this.stack = stack;
    project = Project.of(stack, "region-2");
    vaults = new Vaults(project);
  }

  @Test
  void measuresAndLeavesNothing() {
    assertThat(bench()).contains("median").contains("engine alone");
    assertThat(stack.home().resolve("bench")).doesNotExist();
    assertThat(stack.home().resolve("bench.json")).doesNotExist();
    assertThat(servers()).doesNotContain("bench");
    assertThat(vaults.listed()).noneMatch(vault -> vault.path("name").asText().equals("bench"));
  }

  @Test
  void takesAwayWhatARunLeftThatWasKilled() throws Exception {
    LocalServer server = LocalServer.create(stack, project, "left", List.of(new byte[100_000]));
    String vault = vaults.create("left", server.id());
    vaults.backedUp(vault);
    Path folder = Files.createDirectories(stack.home().resolve("bench").resolve("repository"));
    Files.write(folder.resolve("pack"), new byte[10]);
    Files.writeString(
        stack.home().resolve("bench.json"),
        Json.MAPPER.writeValueAsString(Map.of("server", server.id(), "vault", vault)));
    bench();
    await().atMost(Vaults.TASK_LIMIT).until(() -> project.get("/vaults/" + vault).status() == 404);
    assertThat(servers()).doesNotContain("left");
    assertThat(folder).doesNotExist();
  }

  private String bench() {
    return stack
        .coffer("bench", "backup", "--project", "region-2", "--size", "8", "--turns", "2")
        .ok()
        .out();
  }

  private List<String> servers() {
    JsonNode all =
        stack.coffer("cloud", "server-list", "--project", "region-2", "-o", "json").ok().json();
    return all.findValuesAsText("name");
  }
}
